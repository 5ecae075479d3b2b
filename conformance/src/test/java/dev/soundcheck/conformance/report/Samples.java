package dev.soundcheck.conformance.report;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Observed;
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
import java.util.Set;

/** Results as suites make them, of two servers and of a client; the first server is not fine. */
final class Samples {
  static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  static final String SPOKEN = "servers/a-spoken-question-is-answered";
  static final String BROKEN_INTO = "servers/the-user-breaks-into-an-answer";

  private final List<Check> checks = new ArrayList<>();

  private Samples() {}

  /** A server with a finding of each kind. */
  static Results failing() {
    StagedTalk late = interrupted();
    int wrong = late.line();
    Duration at = late.now();
    late.passes(300).closes();
    StagedTalk unacknowledged = spoken(new AudioFormat(AudioFormat.Encoding.PCMU, 8_000));
    List<Held> held =
        List.of(
            held(SPOKEN, Status.PASS, unacknowledged.trace()),
            held(BROKEN_INTO, Status.FAIL, late.trace()),
            recorded("tools/parallel-tool-calls", Status.PASS),
            recorded("errors/an-unknown-event-is-refused", Status.PASS),
            recorded("keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later", Status.PASS),
            unheld());
    Samples all = new Samples();
    all.met();
    all.check(
        "audio",
        "no-audio-after-cancel",
        Level.MUST,
        "No sound of a response comes later than 500 ms after the client cancelled it.",
        Status.FAIL,
        List.of(
            offence(
                BROKEN_INTO,
                "silence soon after response.cancel",
                "0.20 s of sound, 900 ms later",
                wrong,
                at)));
    all.check(
        "session",
        "session-update-is-acknowledged",
        Level.MUST,
        "Each session.update that is not refused is answered by exactly one session.updated.",
        Status.FAIL,
        List.of(
            offence(SPOKEN, "exactly one session.updated", "two", 6, Duration.ofMillis(270)),
            offence(
                "servers/parallel-tool-calls",
                "exactly one session.updated",
                "none",
                2,
                Duration.ZERO)));
    all.check(
        "turns",
        "speech-offsets-are-true",
        Level.SHOULD,
        "audio_start_ms lies within 300 ms of where speech begins.",
        Status.FAIL,
        List.of(
            offence(
                SPOKEN,
                "a moment between 0 ms and 300 ms",
                "audio_start_ms 1180",
                12,
                Duration.ofMillis(700))));
    all.apart();
    return new Results(
        "wss://voice.example.com/v1/realtime?model=grok-voice-latest",
        Origin.SERVER,
        Profile.LIVE,
        "2026-09",
        "0.1.0",
        Instant.parse("2026-11-20T15:27:55Z"),
        Duration.ofMillis(73_400),
        false,
        held,
        all.checks);
  }

  /** A server that keeps all of it, but what it never claimed. */
  static Results fine() {
    Samples all = new Samples();
    all.met();
    all.simple(
        "audio",
        "no-audio-after-cancel",
        Level.MUST,
        "No sound of a response comes later than 500 ms after the client cancelled it.",
        Status.PASS,
        "");
    all.simple(
        "session",
        "session-update-is-acknowledged",
        Level.MUST,
        "Each session.update that is not refused is answered by exactly one session.updated.",
        Status.PASS,
        "");
    all.simple(
        "turns",
        "speech-offsets-are-true",
        Level.SHOULD,
        "audio_start_ms lies within 300 ms of where speech begins.",
        Status.PASS,
        "");
    all.simple(
        "resumption",
        "a-dropped-conversation-is-resumed",
        Level.MUST,
        "A client that comes back within 30 minutes finds its conversation.",
        Status.NOT_APPLICABLE,
        "the profile live-2026-07 does not have it");
    return new Results(
        "ws://127.0.0.1:8765/v1/realtime",
        Origin.SERVER,
        Profile.LIVE,
        "2026-09",
        "0.1.0",
        Instant.parse("2026-11-20T15:31:02Z"),
        Duration.ofMillis(58_100),
        false,
        List.of(
            held(SPOKEN, Status.PASS, spoken(AudioFormat.DEFAULT).trace()),
            recorded("tools/parallel-tool-calls", Status.PASS)),
        all.checks);
  }

  static Check check(Status status, Level level, String why, List<Offence> offences) {
    return new Check(
        requirement("section", "an-id", level, "Words."), status, why, offences, List.of());
  }

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

  static Held held(String name, Status status, Trace trace) {
    return new Held(
        name,
        status,
        status == Status.FAIL ? "a line was not met" : "",
        Duration.ofMillis(6_200),
        trace,
        status == Status.FAIL
            ? List.of(
                new Unmet(
                    "servers/breaking-in.feature:14",
                    "Then the answer falls silent within 0.5 s",
                    "silence",
                    "sound",
                    List.of("3.10 response.cancel")))
            : List.of(),
        "");
  }

  static Offence offence(
      String conversation, String expected, String actual, int line, Duration at) {
    return new Offence(
        conversation,
        new Breach(
            expected,
            actual,
            new Where(line, at, 1, Origin.SERVER, "response.output_audio.delta")));
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
    StagedTalk talk =
        new StagedTalk(format).passes(250).asks("What is the weather in Paris?").passes(380);
    return talk.answers("resp_1", "It is foggy and twelve degrees in Paris.", 99)
        .done("resp_1", "completed")
        .passes(1_400)
        .closes();
  }

  private static StagedTalk interrupted() {
    StagedTalk talk =
        new StagedTalk(AudioFormat.DEFAULT).passes(200).asks("Read me the timetable.").passes(350);
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

  private static Held recorded(String name, Status status) {
    Trace trace =
        TraceReader.read(ROOT.resolve("recordings").resolve(name).resolve("trace.ndjson"));
    return held("servers/" + name.replaceFirst(".*/", ""), status, trace);
  }

  private static Held unheld() {
    Trace nothing = new StagedTalk(AudioFormat.DEFAULT).trace();
    return Held.not(
        "servers/a-dropped-conversation-is-resumed",
        "the server closed the second connection with 1008 at once",
        new Trace(nothing.header(), List.<Observed>of(), List.of()));
  }

  private void met() {
    simple(
        "session",
        "greeting-comes-first",
        Level.MUST,
        "A connection begins with session.created, then conversation.created, then a ping.",
        Status.PASS,
        "");
    simple(
        "session",
        "ids-are-unique",
        Level.MUST,
        "No two events of a connection have the same event_id.",
        Status.PASS,
        "");
    simple(
        "session",
        "errors-have-their-shape",
        Level.MUST,
        "An error has type, code, message, param and event_id.",
        Status.PASS,
        "");
    for (String id :
        List.of(
            "each-response-ends-once",
            "nothing-comes-after-response-done",
            "deltas-lie-inside-their-part",
            "parts-lie-inside-their-item",
            "items-lie-inside-their-response",
            "usage-sums-up",
            "metadata-comes-back")) {
      simple("responses", id, Level.MUST, sentence(id), Status.PASS, "");
    }
    for (String id :
        List.of(
            "speech-starts-before-it-stops",
            "a-turn-is-committed-once",
            "transcripts-are-final-once")) {
      simple("turns", id, Level.MUST, sentence(id), Status.PASS, "");
    }
    for (String id :
        List.of("arguments-are-json", "calls-are-announced", "calls-end-before-their-response")) {
      simple("tools", id, Level.MUST, sentence(id), Status.PASS, "");
    }
    for (String id : List.of("audio-is-in-its-format", "audio-is-whole", "audio-is-heard")) {
      simple("audio", id, Level.MUST, sentence(id), Status.PASS, "");
    }
    simple(
        "keepalive",
        "pings-come-every-ten-seconds",
        Level.SHOULD,
        "A ping comes every ten seconds.",
        Status.PASS,
        "");
  }

  private void apart() {
    simple(
        "resumption",
        "a-dropped-conversation-is-resumed",
        Level.MUST,
        "A client that comes back within 30 minutes finds its conversation.",
        Status.NOT_TESTABLE,
        "there was not a second connection that stays open");
    simple(
        "tools",
        "names-are-kept",
        Level.MAY,
        "A tool's name comes back as it was given.",
        Status.FAIL,
        "");
    simple(
        "audio",
        "levels-are-even",
        Level.MUST,
        "Two answers in a row are about as loud.",
        Status.HARNESS_FAULT,
        "servers/parallel-tool-calls: the rule broke: ArithmeticException: / by zero");
    simple(
        "turns",
        "items-are-chained",
        Level.MUST,
        "previous_item_id names the item before.",
        Status.KNOWN_FAILING,
        "since June; ticket 412");
    simple(
        "responses",
        "status-details-are-told",
        Level.MUST,
        "response.done says why it was cancelled.",
        Status.STALE,
        "it is met; take it out of the file of what is known to fail");
    simple(
        "retrieval",
        "items-can-be-retrieved",
        Level.MUST,
        "conversation.item.retrieve gives the item.",
        Status.NOT_APPLICABLE,
        "the profile live does not have it");
  }

  private static String sentence(String id) {
    String words = id.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private void simple(
      String section, String id, Level level, String words, Status status, String why) {
    checks.add(
        new Check(
            requirement(section, id, level, words),
            status,
            why,
            List.of(),
            status == Status.NOT_TESTABLE ? List.of() : List.of(SPOKEN)));
  }

  private void check(
      String section, String id, Level level, String words, Status status, List<Offence> offences) {
    checks.add(
        new Check(
            requirement(section, id, level, words),
            status,
            "",
            offences,
            List.of(SPOKEN, BROKEN_INTO)));
  }
}
