package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.rehearsal.Cue;
import dev.soundcheck.conformance.rehearsal.TestedClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client that somebody starts by hand for each scenario, told what to do by lines. */
record AttachedClient(Lines lines) implements TestedClient {
  @Override
  public String name() {
    return "a client started by hand";
  }

  @Override
  public Attempt begin(Cue cue) {
    lines.whole(Lines.Tone.CLIENT, "start", "point your client at %s".formatted(cue.url()));
    List<String> turns = cue.turns();
    if (!turns.isEmpty()) {
      lines.whole(Lines.Tone.CLIENT, "say", String.join(" / ", turns));
    }
    return new ByHand();
  }

  /** Nobody knows when it ends, or what it prints. */
  private static final class ByHand implements Attempt {
    @Override
    public CompletableFuture<Optional<Integer>> ended() {
      return new CompletableFuture<>();
    }

    @Override
    public String output() {
      return "";
    }

    @Override
    public void close() {}
  }
}
