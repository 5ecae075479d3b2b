package dev.soundcheck.conformance.cli;

import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How fast the mock answers. */
@Command
final class PaceOptions {
  /** The names, and what may stand in their place. */
  static final class PaceName implements ITypeConverter<Pacing>, Iterable<String> {
    @Override
    public Pacing convert(String written) {
      return Pacing.parse(written)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected %s, got '%s'".formatted(Pacing.EXPECTED, written)));
    }

    @Override
    public Iterator<String> iterator() {
      return Pacing.NAMES.iterator();
    }
  }

  @Option(
      names = "--pace",
      paramLabel = "PACE",
      converter = PaceName.class,
      completionCandidates = PaceName.class,
      description = {
        "live: delays and bursts of the live service; real-time: sound as fast as it plays;",
        "fast: ten times as fast as live; instant: at once; 20ms/20ms: pieces of 20 ms, one every 20 ms (default: live; with virtual time instant)."
      })
  private Optional<Pacing> pace = Optional.empty();

  void into(ServerOptionsBuilder options) {
    pace.ifPresent(options::pacing);
  }
}
