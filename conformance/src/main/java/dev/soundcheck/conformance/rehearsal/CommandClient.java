package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.conformance.tool.CommandTemplate;
import dev.soundcheck.conformance.tool.End;
import dev.soundcheck.conformance.tool.Launch;
import dev.soundcheck.conformance.tool.TestedProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A client that is a command, started anew for each scenario.
 *
 * @param name the command as written
 * @param command the same with its places
 * @param folder where it runs
 */
public record CommandClient(String name, CommandTemplate command, Path folder)
    implements TestedClient {
  /** What a program may take to end when it is asked to, before it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  @Override
  public Attempt begin(Cue cue) throws UnstartableException {
    Launch launch = new Launch(command.filled(cue.places()), cue.environment(), folder);
    try {
      return new Running(TestedProgram.start(launch, GRACE));
    } catch (dev.soundcheck.conformance.tool.UnstartableException unstartable) {
      throw new UnstartableException(String.valueOf(unstartable.getMessage()));
    }
  }

  /** A program that runs. */
  private record Running(TestedProgram program) implements Attempt {
    @Override
    public CompletableFuture<Optional<Integer>> ended() {
      return program
          .end()
          .thenCompose(
              end ->
                  end.how() == End.How.BY_ITSELF
                      ? CompletableFuture.completedFuture(Optional.of(end.status()))
                      : new CompletableFuture<>());
    }

    @Override
    public String output() {
      return program.output();
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
