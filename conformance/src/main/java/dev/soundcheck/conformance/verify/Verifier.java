package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.hearing.AnswerFigures;
import dev.soundcheck.conformance.hearing.Audience;
import dev.soundcheck.conformance.hearing.Flaw;
import dev.soundcheck.conformance.hearing.Hearing;
import dev.soundcheck.conformance.verify.Remark.Level;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Finding.Kind;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds a recording against the contract: the schema of every event and the sound of both sides as
 * it is seen, so that it may be larger than memory, and the rules when it is over. Not for use by
 * several threads.
 */
public final class Verifier {
  private final Profile profile;
  private final Hearing hearing;
  private final Consumer<Remark> to;
  private final Remarks remarks;
  private final TraceAudio audio;
  private final Kept kept = new Kept();
  private final Set<Integer> heard = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private int line = 1;

  /**
   * Begins with a recording.
   *
   * @param profile the wire profile to hold it against
   * @param audio what the recording holds of the sound
   * @param to who is told what is not as it should be
   */
  public Verifier(Profile profile, TraceAudio audio, Consumer<Remark> to) {
    this(profile, audio, to, figures -> {});
  }

  /**
   * Begins with a recording, and tells the figures of each answer as well.
   *
   * @param answers who is told them, when nothing can change them any more
   */
  public Verifier(
      Profile profile, TraceAudio audio, Consumer<Remark> to, Consumer<AnswerFigures> answers) {
    this.profile = profile;
    this.audio = audio;
    this.to = to;
    remarks = new Remarks(to);
    hearing = new Hearing(audio, audience(answers));
  }

  /** All that is not as it should be in a trace that is at hand. */
  public static List<Remark> verify(Trace trace, Profile profile) {
    List<Remark> found = new ArrayList<>();
    Verifier verifier = new Verifier(profile, trace.header().audio(), found::add);
    trace.seen().forEach(verifier::see);
    verifier.end();
    return found;
  }

  /** The next thing seen. */
  public void see(Observed seen) {
    remarks.line(++line);
    hearing.see(seen, line);
    kept.see(seen, line);
    if (seen instanceof Observed.Message message) {
      judge(message);
    } else if (seen instanceof Observed.Malformed malformed) {
      to.accept(
          new Remark(
              Level.BROKEN,
              "schema",
              line,
              malformed.at(),
              malformed.connection(),
              malformed.from(),
              "(malformed)",
              "expected a JSON object with a type, found: " + malformed.why(),
              Optional.empty()));
    }
  }

  /** The next line could not be read. */
  public void skip() {
    line++;
  }

  /** The recording is over. */
  public void end() {
    hearing.end();
    Ruling ruling = new Ruling(kept);
    ruling.remarks(kept.evidence(profile, audio), heard).forEach(to);
    notes.addAll(ruling.notes());
    if (kept.isFull()) {
      notes.add("the rules were held against the first %d things seen".formatted(Kept.MOST));
    }
  }

  /** What a reader should know of how it was judged; all of it when the recording is over. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void judge(Observed.Message message) {
    EventValidator.of(profile)
        .validate(message.from(), message.json())
        .forEach(finding -> remarks.add(level(message, finding), "schema", message, text(finding)));
  }

  private Audience audience(Consumer<AnswerFigures> answers) {
    return new Audience() {
      @Override
      public void flaw(Flaw flaw) {
        heard.add(flaw.where().line());
        remarks.heard(flaw);
      }

      @Override
      public void answer(AnswerFigures figures) {
        answers.accept(figures);
      }
    };
  }

  /** An event that no server knows is a client's mistake; one of a server is news. */
  private static Level level(Observed.Message message, Finding finding) {
    boolean news =
        finding.kind() == Kind.UNKNOWN_MEMBER
            || (finding.kind() == Kind.UNKNOWN_EVENT && message.from() == Origin.SERVER);
    return news ? Level.DRIFT : Level.BROKEN;
  }

  private static String text(Finding finding) {
    return "%s: expected %s, found %s"
        .formatted(finding.path(), finding.expected(), finding.found());
  }
}
