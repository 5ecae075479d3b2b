package dev.soundcheck.conformance.selftest;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.rehearsal.Cue;
import dev.soundcheck.conformance.rehearsal.TestedClient;
import dev.soundcheck.script.Program;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Our own client under test: it plays its role of each scenario.
 *
 * @param way where it dials instead of there
 */
record OurClient(UnaryOperator<URI> way) implements TestedClient {
  @Override
  public String name() {
    return "our client";
  }

  @Override
  public Attempt begin(Cue cue) {
    Program program = Scenarios.named(cue.scenario());
    VoiceClient client = new VoiceClient();
    CompletableFuture<Optional<Integer>> ended =
        client
            .hold(
                new Target(way.apply(cue.url()), Optional.of(cue.key()), Optional.empty()),
                new ClientRole(program, AudioFormat.DEFAULT),
                Manner.USUAL,
                Watcher.NONE)
            .thenApply(outcome -> Optional.of(0));
    return new Talking(client, ended);
  }

  /** A talk that goes on. */
  private record Talking(VoiceClient client, CompletableFuture<Optional<Integer>> ended)
      implements Attempt {
    @Override
    public String output() {
      return "";
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
