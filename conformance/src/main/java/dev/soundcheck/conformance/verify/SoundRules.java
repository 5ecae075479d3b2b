package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.hearing.Flaw;
import dev.soundcheck.conformance.hearing.FlawKind;
import dev.soundcheck.conformance.hearing.Hearing;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/**
 * What is heard in sound as rules, one for each kind of flaw and side: {@code server-audio-gap}. A
 * trace is listened to once for all of them.
 */
public final class SoundRules {
  private final Map<Trace, List<Flaw>> heard = new WeakHashMap<>();

  /** Rules that share what they have heard. */
  public SoundRules() {}

  /** All of them; a client's gaps and ends are the business of whoever speaks there. */
  public List<Rule> all() {
    return Arrays.stream(FlawKind.values())
        .flatMap(kind -> Stream.of(Origin.values()).map(side -> (Rule) new Heard(kind, side)))
        .toList();
  }

  /** The one of this id. */
  public Optional<Rule> named(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private synchronized List<Flaw> heard(Trace trace) {
    return heard.computeIfAbsent(trace, SoundRules::listen);
  }

  private static List<Flaw> listen(Trace trace) {
    List<Flaw> flaws = new ArrayList<>();
    Hearing hearing = new Hearing(trace.header().audio(), flaws::add);
    int line = 1;
    for (Observed seen : trace.seen()) {
      hearing.see(seen, ++line);
    }
    hearing.end();
    return List.copyOf(flaws);
  }

  /** One kind of flaw in the sound of one side. */
  private final class Heard implements Rule {
    private final FlawKind kind;
    private final Origin side;

    Heard(FlawKind kind, Origin side) {
      this.kind = kind;
      this.side = side;
    }

    @Override
    public String id() {
      return side.name().toLowerCase(Locale.ROOT) + "-" + kind.id();
    }

    @Override
    public Origin binds() {
      return side;
    }

    @Override
    public Verdict judge(Evidence evidence) {
      boolean sounds =
          evidence.connections().stream()
              .flatMap(connection -> connection.from(side))
              .anyMatch(this::isHeard);
      if (!sounds || evidence.audio() != TraceAudio.KEPT) {
        return Verdict.notTestable(
            "sound of the %s, kept in the trace".formatted(side.name().toLowerCase(Locale.ROOT)));
      }
      List<Breach> breaches =
          heard(evidence.trace()).stream()
              .filter(flaw -> flaw.kind() == kind && flaw.where().from() == side)
              .map(Heard.this::breach)
              .toList();
      return breaches.isEmpty() ? Verdict.pass() : Verdict.fail(breaches);
    }

    /** Where sound is missing its words are there. */
    private boolean isHeard(Event event) {
      return event.isSound()
          || (kind == FlawKind.NO_SOUND
              && event.is(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE));
    }

    private Breach breach(Flaw flaw) {
      var there = flaw.where();
      Where where =
          new Where(there.line(), there.at(), there.connection(), there.from(), there.event());
      String place =
          "%s, at %d ms of %s".formatted(flaw.text(), flaw.offset().toMillis(), flaw.sound());
      return new Breach("no " + kind.what(), place, where);
    }
  }
}
