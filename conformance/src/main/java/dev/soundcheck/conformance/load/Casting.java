package dev.soundcheck.conformance.load;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import dev.soundcheck.conformance.load.SpokenTurns.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Makes the talkers of a plan. */
final class Casting {
  private static final Duration USUAL_SILENCE = Duration.ofMillis(500);

  private final LoadPlan plan;
  private final Phrases phrases;
  private final Tallies tallies;
  private final long patience;

  Casting(LoadPlan plan, Tallies tallies) {
    this.plan = plan;
    this.phrases = Phrases.of(plan);
    this.tallies = tallies;
    this.patience = plan.rhythm().patience().toNanos();
  }

  /** The one of this number, who was due to dial then. */
  Talker talker(int number, long due, Mouth mouth) {
    return new Conversation(phrases.update(), turns(number, mouth), tallies, mouth, due, patience);
  }

  private Turns turns(int number, Mouth mouth) {
    Clockwork clockwork = clockwork(number);
    return switch (plan.mode()) {
      case IDLE -> Turns.NONE;
      case TEXT -> prompts(List.of(phrases.typed(), phrases.respond()), clockwork, mouth);
      case AUDIO -> spoken(plan.speech().orElseThrow(), clockwork, mouth);
    };
  }

  private Turns spoken(Speech speech, Clockwork clockwork, Mouth mouth) {
    boolean manual = !plan.session().detection();
    return speech.realTime()
        ? new SpokenTurns(
            new Speaker(speech, manual, phrases, patience), clockwork, reply(), tallies, mouth)
        : prompts(poured(speech, manual), clockwork, mouth);
  }

  private List<byte[]> poured(Speech speech, boolean manual) {
    List<byte[]> said = new ArrayList<>(speech.appends());
    if (manual) {
      said.add(phrases.commit());
      said.add(phrases.respond());
    } else {
      Duration silence =
          plan.session().silenceMillis().map(Duration::ofMillis).orElse(USUAL_SILENCE);
      said.addAll(Collections.nCopies(speech.trailing(silence), speech.silence()));
    }
    return said;
  }

  private Turns prompts(List<byte[]> said, Clockwork clockwork, Mouth mouth) {
    return new PromptTurns(said, clockwork, reply(), tallies, mouth, patience);
  }

  private Clockwork clockwork(int number) {
    Rhythm rhythm = plan.rhythm();
    return new Clockwork(rhythm, number, plan.pressure().last());
  }

  private Reply reply() {
    AudioFormat output = plan.session().output();
    return new Reply(
        tallies,
        plan.every().stream()
            .mapToLong(Duration::toNanos)
            .boxed()
            .findFirst()
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty),
        (long) output.rate() * output.bytesPerSample());
  }
}
