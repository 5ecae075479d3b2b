package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that writes a trace, about what gets into it. */
final class TraceOptions {
  @Option(
      names = "--audio",
      paramLabel = "kept|hash",
      converter = Kept.class,
      completionCandidates = Kept.class,
      description = "Keep the sound in the trace, or its length and SHA-256 (default: kept).")
  private TraceAudio audio = TraceAudio.KEPT;

  @Option(
      names = "--redact",
      paramLabel = "REGEX",
      converter = Redacted.class,
      description = "Replace what matches in the trace, beside keys and tokens; repeatable.")
  private List<Pattern> redacted = List.of();

  /** The header as these options want it. */
  TraceHeader header(TraceHeader header) {
    return header.with(audio);
  }

  TraceAudio audio() {
    return audio;
  }

  /** What is replaced: what these options name, and keys that this program was given. */
  List<Pattern> redacted(Confidences confidences) {
    return Stream.concat(redacted.stream(), confidences.patterns().stream()).toList();
  }

  /** The ways that a user may choose. */
  static final class Kept implements ITypeConverter<TraceAudio>, Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(TraceAudio.KEPT.id(), TraceAudio.HASH.id()).iterator();
    }

    @Override
    public TraceAudio convert(String name) {
      return TraceAudio.named(name)
          .filter(audio -> audio != TraceAudio.SHORTENED)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected 'kept' or 'hash', found '%s'".formatted(name)));
    }
  }

  /** A pattern that finds something, and not everywhere. */
  static final class Redacted implements ITypeConverter<Pattern> {
    @Override
    public Pattern convert(String regex) {
      try {
        Pattern pattern = Pattern.compile(regex);
        if (pattern.matcher("").find()) {
          throw new TypeConversionException(
              "expected a pattern of at least one character, found '%s', which is everywhere"
                  .formatted(regex));
        }
        return pattern;
      } catch (PatternSyntaxException wrong) {
        throw new TypeConversionException(
            "expected a regular expression, found '%s': %s"
                .formatted(regex, wrong.getDescription()));
      }
    }
  }
}
