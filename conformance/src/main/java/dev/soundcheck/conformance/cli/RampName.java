package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.load.Pressure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A growing number of sessions as {@code FROM:TO:TIME}, such as {@code 10:1000:60s}. */
final class RampName implements ITypeConverter<Pressure> {
  private static final Pattern RAMP = Pattern.compile("([0-9]{1,6}):([0-9]{1,6}):([^:]+)");

  @Override
  public Pressure convert(String text) {
    Matcher ramp = RAMP.matcher(text);
    if (!ramp.matches()) {
      throw wrong(text);
    }
    int from = Integer.parseInt(ramp.group(1));
    int to = Integer.parseInt(ramp.group(2));
    if (from < 1 || to <= from) {
      throw wrong(text);
    }
    return Pressure.ramp(from, to, new TimeName().convert(ramp.group(3)));
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "expected FROM:TO:TIME, from one session or more to more of them, such as 10:1000:60s, found '%s'"
            .formatted(text));
  }
}
