package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.hearing.AnswerFigures;
import dev.soundcheck.conformance.verify.Remark;
import dev.soundcheck.conformance.verify.Remark.Level;
import dev.soundcheck.conformance.verify.Verifier;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.schemas.TraceStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What came of holding one trace against the contract. */
final class Verified {
  private static final Set<String> SOUND =
      Set.of(
          EventType.INPUT_AUDIO_BUFFER_APPEND.wire(), EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire());

  private final Path file;
  private final Profile profile;
  private final Map<Level, Integer> count = new EnumMap<>(Level.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<AnswerFigures> answers = new ArrayList<>();
  private boolean withoutSound;
  private int seen;

  private Verified(Path file, Profile profile) {
    this.file = file;
    this.profile = profile;
  }

  /**
   * Reads a trace as a stream and tells each remark as it is made; lines that are none of a trace
   * are passed over and counted as problems.
   *
   * @param profile the profile to hold it against; without one, that of the trace
   */
  static Verified of(Path file, Optional<Profile> profile, Consumer<Remark> to) {
    try (TraceStream trace = TraceStream.open(file)) {
      Verified result = new Verified(file, profile.orElse(trace.header().profile()));
      Verifier verifier =
          new Verifier(
              result.profile,
              trace.header().audio(),
              remark -> {
                result.count.merge(remark.level(), 1, Integer::sum);
                to.accept(remark);
              },
              result.answers::add);
      result.read(trace, verifier);
      verifier.end();
      result.notes.addAll(trace.notes());
      verifier.notes().forEach(note -> result.notes.add("%s: %s".formatted(file, note)));
      result.tellWhatIsMissing(trace.header().audio());
      return result;
    }
  }

  private void read(TraceStream trace, Verifier verifier) {
    while (trace.hasNext()) {
      try {
        Observed next = trace.next();
        withoutSound |= isSound(next);
        verifier.see(next);
        seen++;
      } catch (TraceException wrong) {
        verifier.skip();
        problems.addAll(wrong.problems());
      }
    }
  }

  private static boolean isSound(Observed seen) {
    return seen instanceof Observed.Binary
        || (seen instanceof Observed.Message message && SOUND.contains(message.type()));
  }

  private void tellWhatIsMissing(TraceAudio audio) {
    if (withoutSound && audio == TraceAudio.HASH) {
      notes.add(
          "%s has its sound by hash: lengths and times were judged, how it sounds was not"
              .formatted(file));
    } else if (withoutSound && audio == TraceAudio.SHORTENED) {
      notes.add(
          "%s has its sound shortened: nothing but its times could be judged".formatted(file));
    }
  }

  /** The figures of its answers. */
  List<AnswerFigures> answers() {
    return answers;
  }

  /** Lines that are none of a trace. */
  List<String> problems() {
    return problems;
  }

  /** What a reader should know. */
  List<String> notes() {
    return notes;
  }

  /** Whether drift counts as well is the caller's choice. */
  int status(boolean strict) {
    if (!problems.isEmpty()) {
      return Soundcheck.WRONG_USE;
    }
    boolean found = broken() > 0 || (strict && drift() + warnings() > 0);
    return found ? Soundcheck.FOUND : Soundcheck.FINE;
  }

  String summary() {
    String verdict =
        broken() + drift() + warnings() == 0
            ? "fine"
            : "%d broken, %d unknown to the contract (drift), %d warnings"
                .formatted(broken(), drift(), warnings());
    return "%s: %d things seen, profile %s: %s".formatted(file, seen, profile.id(), verdict);
  }

  ObjectNode json() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("file", file.toString()).put("profile", profile.id()).put("seen", seen);
    json.put("broken", broken()).put("drift", drift());
    json.put("warnings", warnings());
    notes.forEach(json.putArray("notes")::add);
    problems.forEach(json.putArray("problems")::add);
    json.set("answers", AnswerTable.json(answers));
    return json;
  }

  static ObjectNode json(Remark remark) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("level", remark.level().name().toLowerCase(Locale.ROOT))
        .put("rule", remark.rule())
        .put("line", remark.line())
        .put("connection", remark.connection())
        .put("from", remark.from().name().toLowerCase(Locale.ROOT))
        .put("event", remark.event())
        .put("text", remark.text());
    json.put("at_ms", remark.at().toNanos() / 1e6);
    remark
        .flaw()
        .ifPresent(
            flaw ->
                json.put("sound", flaw.sound())
                    .put("sound_at_ms", Math.round(flaw.offset().toNanos() / 1e3) / 1e3));
    return json;
  }

  private int broken() {
    return count.getOrDefault(Level.BROKEN, 0);
  }

  private int warnings() {
    return count.getOrDefault(Level.WARNING, 0);
  }

  private int drift() {
    return count.getOrDefault(Level.DRIFT, 0);
  }
}
