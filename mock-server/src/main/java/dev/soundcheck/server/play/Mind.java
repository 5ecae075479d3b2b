package dev.soundcheck.server.play;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Position;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Role;
import dev.soundcheck.script.Seen;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.Intent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server role of a scenario on one connection: where it stands, and when it wants to be woken.
 */
final class Mind {
  private static final Intent.ExpectWords NO_WORDS = new Intent.ExpectWords("");

  private final Program program;
  private final Journal journal;
  private Position position;
  private Optional<Duration> wakeAt = Optional.empty();
  private boolean passing;
  private Intent.ExpectWords speech = NO_WORDS;
  private Intent.ExpectWords toldSpeech = NO_WORDS;
  private boolean gone;
  private @Nullable String waitsFor;

  Mind(Program program, Optional<Duration> patience, Journal journal) {
    this.program = program;
    this.journal = journal;
    this.position =
        patience
            .map(limit -> program.start(Role.SERVER, limit))
            .orElseGet(() -> program.start(Role.SERVER));
  }

  Optional<Duration> wakeAt() {
    return wakeAt;
  }

  /** Whether the time until it wants to be woken is the scenario's own. */
  boolean passing() {
    return passing && wakeAt.isPresent();
  }

  /** What the scenario does about it; lines it did not meet are journaled. */
  List<Act> see(Seen seen) {
    if (gone) {
      return List.of();
    }
    Move move = program.see(position, seen);
    position = move.position();
    wakeAt = move.wakeAt();
    tell(seen.at(), move.waitsFor());
    passing = move.passing();
    speech = new Intent.ExpectWords(move.speech().orElse(""), move.phrases());
    move.unmet().forEach(unmet -> journal.found(seen.at(), Kind.SCENARIO, unmet.report()));
    return move.acts();
  }

  /** Whether the scenario has a line about events of this name still before it. */
  boolean awaits(String type) {
    return !gone && program.awaits(position, type);
  }

  /** The words that speech heard from now on has, if that changed since this was last asked. */
  Optional<Intent.ExpectWords> newSpeech() {
    if (speech.equals(toldSpeech)) {
      return Optional.empty();
    }
    toldSpeech = speech;
    return Optional.of(speech);
  }

  private void tell(Duration at, String waiting) {
    if (!waiting.equals(waitsFor)) {
      waitsFor = waiting;
      journal.waits(at, waiting);
    }
  }

  /** After a failure the scenario is not asked any more. */
  void giveUp() {
    gone = true;
    wakeAt = Optional.empty();
  }
}
