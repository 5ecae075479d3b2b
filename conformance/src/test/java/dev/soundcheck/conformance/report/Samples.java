package dev.soundcheck.conformance.report;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.script.Unmet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Results as suites make them, of two servers; the first has a finding of each kind. */
final class Samples {
  static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  static final String SPOKEN = "servers/a-spoken-question-is-answered";
  static final String BROKEN_INTO = "servers/the-user-breaks-into-an-answer";

  /** Section, id, level, status, words, why. */
  private static final String MET =
      """
      session | greeting-comes-first | MUST | PASS | A connection begins with session.created, then conversation.created, then a ping. |
      session | ids-are-unique | MUST | PASS | No two events of a connection have the same event_id. |
      session | errors-have-their-shape | MUST | PASS | An error has type, code, message, param and event_id. |
      responses | each-response-ends-once | MUST | PASS | Each response ends with one response.done. |
      responses | nothing-comes-after-response-done | MUST | PASS | Nothing of a response comes after its response.done. |
      responses | deltas-lie-inside-their-part | MUST | PASS | Every delta lies between the beginning and the end of its part. |
      responses | parts-lie-inside-their-item | MUST | PASS | Every part lies between the beginning and the end of its item. |
      responses | items-lie-inside-their-response | MUST | PASS | Every item lies between the beginning and the end of its response. |
      responses | usage-sums-up | MUST | PASS | total_tokens is the sum of input_tokens and output_tokens. |
      responses | metadata-comes-back | MUST | PASS | A response has the metadata that was asked for. |
      turns | speech-starts-before-it-stops | MUST | PASS | speech_stopped comes after speech_started of the same item. |
      turns | a-turn-is-committed-once | MUST | PASS | A turn is committed once. |
      turns | transcripts-are-final-once | MUST | PASS | A transcript is final once. |
      tools | arguments-are-json | MUST | PASS | The arguments of a call are a JSON object. |
      tools | calls-are-announced | MUST | PASS | A call is announced by response.output_item.added. |
      tools | calls-end-before-their-response | MUST | PASS | A call ends before its response does. |
      audio | audio-is-in-its-format | MUST | PASS | Sound is in the format of the session. |
      audio | audio-is-whole | MUST | PASS | Every message ends with a whole sample. |
      audio | audio-is-heard | MUST | PASS | What is transcribed can be heard. |
      keepalive | pings-come-every-ten-seconds | SHOULD | PASS | A ping comes every ten seconds. |
      """;

  private static final String APART =
      """
      resumption | a-dropped-conversation-is-resumed | MUST | NOT_TESTABLE | A client that comes back within 30 minutes finds its conversation. | there was not a second connection that stays open
      tools | names-are-kept | MAY | FAIL | A tool's name comes back as it was given. |
      audio | levels-are-even | MUST | HARNESS_FAULT | Two answers in a row are about as loud. | servers/parallel-tool-calls: the rule broke: ArithmeticException: / by zero
      turns | items-are-chained | MUST | KNOWN_FAILING | previous_item_id names the item before. | since June; ticket 412
      responses | status-details-are-told | MUST | STALE | response.done says why it was cancelled. | it is met; take it out of the file of what is known to fail
      retrieval | items-can-be-retrieved | MUST | NOT_APPLICABLE | conversation.item.retrieve gives the item. | the profile live does not have it
      """;

  private static final String DIFFERENT =
      """
      audio | no-audio-after-cancel | MUST | PASS | No sound of a response comes later than 500 ms after the client cancelled it. |
      session | session-update-is-acknowledged | MUST | PASS | Each session.update that is not refused is answered by exactly one session.updated. |
      turns | speech-offsets-are-true | SHOULD | PASS | audio_start_ms lies within 300 ms of where speech begins. |
      """;

  private static final String UNCLAIMED =
      "resumption | a-dropped-conversation-is-resumed | MUST | NOT_APPLICABLE"
          + " | A client that comes back within 30 minutes finds its conversation."
          + " | the profile live-2026-07 does not have it";

  private Samples() {}

  /** A server with a finding of each kind. */
  static Results failing() {
    StagedTalk late = interrupted();
    Offence afterwards =
        offence(
            BROKEN_INTO,
            "silence soon after response.cancel",
            "0.20 s of sound, 900 ms later",
            late.line(),
            late.now());
    late.passes(300).closes();
    List<Check> checks = new ArrayList<>(checks(MET));
    List<Check> different = checks(DIFFERENT);
    checks.add(failed(different.get(0), afterwards));
    checks.add(
        failed(
            different.get(1),
            offence(SPOKEN, "exactly one session.updated", "two", 6, Duration.ofMillis(270)),
            offence(
                "servers/parallel-tool-calls",
                "exactly one session.updated",
                "none",
                2,
                Duration.ZERO)));
    checks.add(
        failed(
            different.get(2),
            offence(
                SPOKEN,
                "a moment between 0 ms and 300 ms",
                "audio_start_ms 1180",
                12,
                Duration.ofMillis(700))));
    checks.addAll(checks(APART));
    return results(
        "wss://voice.example.com/v1/realtime?model=grok-voice-latest", 73_400, held(late), checks);
  }

  /** A server that keeps all of it, but what it never claimed. */
  static Results fine() {
    List<Check> checks = new ArrayList<>(checks(MET));
    checks.addAll(checks(DIFFERENT));
    checks.addAll(checks(UNCLAIMED));
    List<Held> held =
        List.of(
            held(SPOKEN, Status.PASS, spoken(AudioFormat.DEFAULT).trace()),
            recorded("tools/parallel-tool-calls"));
    return results("ws://127.0.0.1:8765/v1/realtime", 58_100, held, checks);
  }

  /** Any results, of a client. */
  static Results of(List<Held> held, List<Check> checks) {
    return new Results(
        "python app.py {url}",
        Origin.CLIENT,
        Profile.LIVE,
        "2026-09",
        "0.1.0",
        Instant.parse("2026-11-20T15:31:02Z"),
        Duration.ofMillis(1_500),
        false,
        held,
        checks);
  }

  static Check check(Status status, Level level, String why, List<Offence> offences) {
    return new Check(
        requirement("section", "an-id", level, "Words."), status, why, offences, List.of());
  }

  static Held held(String name, Status status, Trace trace) {
    List<Unmet> unmet =
        status == Status.FAIL
            ? List.of(
                new Unmet(
                    "servers/breaking-in.feature:14",
                    "Then the answer falls silent within 0.5 s",
                    "silence",
                    "sound",
                    List.of("3.10 response.cancel")))
            : List.of();
    String why = unmet.isEmpty() ? "" : "a line was not met";
    return new Held(name, status, why, Duration.ofMillis(6_200), trace, unmet, "");
  }

  static Requirement requirement(String section, String id, Level level, String words) {
    return new Requirement(
        id,
        section,
        level,
        Origin.SERVER,
        Set.of(Profile.values()),
        List.of("live-behaviour.md 1.3/4", "events.yaml client_events.session.update"),
        words,
        Requirement.By.RULE,
        List.of(SPOKEN));
  }

  /** A question and its answer, with sound on both sides. */
  static StagedTalk spoken(AudioFormat format) {
    StagedTalk talk = new StagedTalk(format).passes(250);
    talk.asks("What is the weather in Paris?").passes(380);
    talk.answers("resp_1", "It is foggy and twelve degrees in Paris.", 99);
    return talk.done("resp_1", "completed").passes(1_400).closes();
  }

  /** Sound comes long after the cancel; it is the last line. */
  private static StagedTalk interrupted() {
    StagedTalk talk = new StagedTalk(AudioFormat.DEFAULT).passes(200);
    talk.asks("Read me the timetable.").passes(350);
    talk.answers(
        "resp_1",
        "The first train leaves at seven, the second at half past seven, and the third at eight.",
        9);
    talk.client("{'type':'response.cancel'}").passes(60).done("resp_1", "cancelled").passes(840);
    byte[] sound = new byte[2 * talk.pieceBytes()];
    for (int i = 0; i < sound.length / 2; i++) {
      int sample = (int) (6_000 * Math.sin(i / 9.0));
      sound[2 * i] = (byte) sample;
      sound[2 * i + 1] = (byte) (sample >> 8);
    }
    return talk.delta("resp_1", sound);
  }

  private static List<Held> held(StagedTalk late) {
    Trace telephone = spoken(new AudioFormat(Encoding.PCMU, 8_000)).trace();
    Trace nothing = new Trace(telephone.header(), List.of(), List.of());
    return List.of(
        held(SPOKEN, Status.PASS, telephone),
        held(BROKEN_INTO, Status.FAIL, late.trace()),
        recorded("tools/parallel-tool-calls"),
        recorded("errors/an-unknown-event-is-refused"),
        recorded("keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later"),
        Held.not(
            "servers/a-dropped-conversation-is-resumed",
            "the server closed the second connection with 1008 at once",
            nothing));
  }

  private static Held recorded(String name) {
    Path trace = ROOT.resolve("recordings").resolve(name).resolve("trace.ndjson");
    return held("servers/" + name.replaceFirst(".*/", ""), Status.PASS, TraceReader.read(trace));
  }

  private static Results results(
      String target, long tookMillis, List<Held> held, List<Check> checks) {
    return new Results(
        target,
        Origin.SERVER,
        Profile.LIVE,
        "2026-09",
        "0.1.0",
        Instant.parse("2026-11-20T15:27:55Z"),
        Duration.ofMillis(tookMillis),
        false,
        held,
        checks);
  }

  private static List<Check> checks(String rows) {
    return rows.lines().map(Samples::check).toList();
  }

  private static Check check(String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    Level level = Level.valueOf(cells.get(2).toUpperCase(Locale.ROOT));
    Status status = Status.valueOf(cells.get(3));
    return new Check(
        requirement(cells.get(0), cells.get(1), level, cells.get(4)),
        status,
        cells.get(5),
        List.of(),
        status == Status.NOT_TESTABLE ? List.of() : List.of(SPOKEN));
  }

  private static Check failed(Check passed, Offence... offences) {
    return new Check(
        passed.requirement(), Status.FAIL, "", List.of(offences), List.of(SPOKEN, BROKEN_INTO));
  }

  private static Offence offence(
      String conversation, String expected, String actual, int line, Duration at) {
    Where where = new Where(line, at, 1, Origin.SERVER, "response.output_audio.delta");
    return new Offence(conversation, new Breach(expected, actual, where));
  }
}
