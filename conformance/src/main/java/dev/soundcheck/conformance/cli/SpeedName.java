package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.recording.Speed;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed: {@code 1}, {@code 2.5}, {@code instant}. */
final class SpeedName implements ITypeConverter<Speed>, Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return List.of("1", "instant").iterator();
  }

  @Override
  public Speed convert(String text) {
    if (text.equals("instant")) {
      return Speed.INSTANT;
    }
    try {
      double factor = Double.parseDouble(text);
      if (factor > 0) {
        return new Speed(factor);
      }
    } catch (NumberFormatException noNumber) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "expected 'instant' or a number above 0, such as 1 for as recorded or 10, found '%s'"
            .formatted(text));
  }
}
