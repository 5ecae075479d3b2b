package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes one sound under server detection and waits until its turn is answered, or is none. */
final class OneSound implements Mind {
  private static final Duration NOTICING = Duration.ofSeconds(1);

  private final EndToEndSpeech.Prompt prompt;
  private final double speed;
  private boolean said;
  private boolean answered;
  private Optional<Duration> spokenAt = Optional.empty();

  OneSound(EndToEndSpeech.Prompt prompt, double speed) {
    this.prompt = prompt;
    this.speed = speed;
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    if (seen instanceof Seen.Opened) {
      return wish(List.of(new Act.Configure(session())), false);
    }
    if (!said && seen instanceof Seen.Wire wire && "session.updated".equals(wire.type())) {
      said = true;
      return wish(List.of(new Act.Say(prompt.name(), Optional.empty())), false);
    }
    answered = answered || seen instanceof Seen.Answered;
    if (said && spokenAt.isEmpty() && !situation.speaking()) {
      spokenAt = Optional.of(seen.at());
    }
    return wish(List.of(), said && situation.quiet() && (answered || nothingHeard(seen.at())));
  }

  /** Whether detection had its silence, and a second more, without beginning a turn. */
  private boolean nothingHeard(Duration now) {
    Duration needed = Duration.ofNanos((long) (prompt.silence().plus(NOTICING).toNanos() / speed));
    return spokenAt.filter(end -> end.plus(needed).compareTo(now) <= 0).isPresent();
  }

  private ObjectNode session() {
    int silence = Math.toIntExact(prompt.silence().toMillis());
    return new SessionRequest(true, Optional.of(silence), prompt.format(), AudioFormat.DEFAULT)
        .session();
  }

  private static Wish wish(List<Act> acts, boolean over) {
    return new Wish(acts, Optional.empty(), "the sound to be heard", List.of(), over);
  }
}
