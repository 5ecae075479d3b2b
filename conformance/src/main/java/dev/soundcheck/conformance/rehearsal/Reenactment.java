package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.play.Conditions;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.play.Opening;
import dev.soundcheck.server.play.Play;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.recording.Sound;
import dev.soundcheck.server.session.Lifespan;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The client of a recording before the mock, in virtual time: each of its events is sent once the
 * mock has said as much as the server of the recording had by then. The mock decides what that
 * server decided: words, calls, edges of speech. How it says so is its own.
 */
final class Reenactment implements Wire, Witness {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
  private static final long SEED = 20_260_728;

  private final Trace recorded;
  private final Bindings bindings = new Bindings();
  private final Conversations conversations = new Conversations();
  private final List<Observed> seen = new ArrayList<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final List<JsonNode> said = new ArrayList<>();
  private Duration opened = Duration.ZERO;
  private Duration now = Duration.ZERO;

  private Reenactment(Trace recorded) {
    this.recorded = recorded;
  }

  /** What the mock made of it, all connections. */
  static Reenactment of(Trace recorded) {
    Reenactment reenactment = new Reenactment(recorded);
    int connections = recorded.seen().stream().mapToInt(Observed::connection).max().orElse(0);
    for (int connection = 1; connection <= connections; connection++) {
      reenactment.connect(connection);
    }
    return reenactment;
  }

  /** Both sides as the mock saw them. */
  Trace trace() {
    return new Trace(recorded.header(), seen, List.of());
  }

  /** What the mock found wrong. */
  List<ConnectionFinding> findings() {
    return List.copyOf(findings);
  }

  private void connect(int connection) {
    List<Observed.Message> lines =
        recorded.messages().filter(message -> message.connection() == connection).toList();
    said.clear();
    now = Duration.ZERO;
    Play play = play(connection, lines);
    play.open();
    int expected = 0;
    int bound = 0;
    List<JsonNode> theirs =
        lines.stream().filter(Reenactment::counts).map(Observed.Message::json).toList();
    for (Observed.Message line : lines) {
      if (line.from() == Origin.CLIENT) {
        await(play, expected);
        bound = bind(theirs, bound, expected);
        play.text(now, bindings.rewritten(Sound.whole(line).json()).toString());
      } else if (counts(line)) {
        expected++;
      }
    }
    await(play, expected);
    bind(theirs, bound, expected);
    opened = opened.plus(now).plus(BETWEEN_CONNECTIONS);
  }

  /** Keep-alives come by the clock, whatever else is said. */
  private static boolean counts(Observed.Message message) {
    return message.from() == Origin.SERVER && !isPing(message.type());
  }

  private static boolean isPing(String type) {
    return type.equals(EventType.PING.wire());
  }

  private Play play(int connection, List<Observed.Message> lines) {
    CapturedAnswers answers = CapturedAnswers.of(lines);
    CapturedChoices choices = new CapturedChoices(lines);
    Profile profile = recorded.header().profile();
    Instant openedAt = recorded.header().startedAt().plus(opened);
    Opening opening =
        new Opening(
            connection,
            new CapturedMind(answers.acts()),
            profile,
            choices.model(),
            SEED + connection,
            SpokenVoice.embedded(),
            openedAt);
    Conditions conditions =
        new Conditions(
            CapturedSenses.of(CapturedSpeech.of(lines), answers),
            Pace.LIVE,
            choices::choose,
            new Past(resumed(lines), conversations),
            Lifespan.USUAL,
            Optional.empty());
    return new Play(opening, conditions, this, this);
  }

  /** A conversation that an earlier connection had is one that the client resumed. */
  private Optional<String> resumed(List<Observed.Message> lines) {
    return lines.stream()
        .map(message -> message.json().at("/conversation/id").asString(""))
        .filter(bindings::knows)
        .map(bindings::of)
        .findFirst();
  }

  private void await(Play play, int expected) {
    Duration limit = now.plus(PATIENCE);
    Optional<Duration> due = play.wakeAt();
    while (said.size() < expected && due.filter(at -> at.compareTo(limit) <= 0).isPresent()) {
      now = due.get();
      play.advance(now);
      due = play.wakeAt();
    }
  }

  private int bind(List<JsonNode> theirs, int from, int expected) {
    int until = Math.min(expected, said.size());
    for (int i = from; i < until; i++) {
      bindings.bind(theirs.get(i), said.get(i));
    }
    return Math.max(from, until);
  }

  @Override
  public void send(byte[] bytes) {
    throw new IllegalStateException("a play says nothing in binary frames");
  }

  @Override
  public void send(String text) {}

  @Override
  public void close(int code, String reason) {}

  @Override
  public void observed(Observed observed) {
    seen.add(observed);
    if (observed instanceof Observed.Message message && counts(message)) {
      said.add(message.json());
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings.add(finding);
  }
}
