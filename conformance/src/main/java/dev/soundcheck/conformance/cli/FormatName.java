package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A sound format as {@code pcm:RATE}, {@code pcmu}, {@code pcma} or {@code opus}. */
final class FormatName implements ITypeConverter<AudioFormat>, Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Stream.concat(
            new TreeSet<>(AudioFormat.PCM_RATES).stream().map(rate -> "pcm:" + rate),
            Stream.of("pcmu", "pcma", "opus"))
        .iterator();
  }

  @Override
  public AudioFormat convert(String text) {
    String[] parts = text.split(":", 2);
    Optional<Integer> rate = parts.length == 2 ? number(parts[1]) : Optional.empty();
    return AudioFormat.of("audio/" + parts[0], rate)
        .filter(format -> parts.length == 1 || rate.isPresent())
        .filter(AudioFormat::documented)
        .orElseThrow(() -> unknown(text));
  }

  private static Optional<Integer> number(String digits) {
    return digits.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private static TypeConversionException unknown(String text) {
    return new TypeConversionException(
        "expected pcm:RATE with a RATE of %s, or pcmu, or pcma, or opus, found '%s'"
            .formatted(new TreeSet<>(AudioFormat.PCM_RATES), text));
  }
}
