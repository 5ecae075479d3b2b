package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.session.Dialect.AudioTimes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What positions in the client's sound count, as {@code stream}, {@code padded}, {@code
 * wall-clock}.
 */
final class AudioTimesName implements ITypeConverter<AudioTimes>, Iterable<String> {
  @Override
  public AudioTimes convert(String text) {
    return Arrays.stream(AudioTimes.values())
        .filter(one -> named(one).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected %s, found '%s'".formatted(String.join(" or ", this), text)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(AudioTimes.values()).map(AudioTimesName::named).iterator();
  }

  private static String named(AudioTimes one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
