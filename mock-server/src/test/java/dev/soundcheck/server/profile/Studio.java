package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.ClientEvent;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Hearing;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Session;
import dev.soundcheck.server.session.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session in virtual time, with a client in front of it and a mind behind it that has its lines
 * ready. Everything that comes out is held against the contract.
 */
final class Studio {
  static final Instant OPENED = Instant.ofEpochMilli(1_790_000_000_000L);
  private static final JsonMapper JSON = new JsonMapper();

  /** One event as it came out. */
  record Heard(Duration at, JsonNode json) {
    String type() {
      return json.path("type").asString();
    }
  }

  private final Profile profile;
  private final Wiring wiring;
  private final Session session;
  private final Deque<Intent> lines = new ArrayDeque<>();
  private final List<Cue.Asked> asked = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private List<Heard> heard = new ArrayList<>();
  private Optional<Cue.Over> over = Optional.empty();
  private Duration now = Duration.ZERO;

  private Studio(Profile profile, UnaryOperator<Dialect> choice, UnaryOperator<Setup> change) {
    this.profile = profile;
    Wiring usual = Wiring.of(profile);
    this.wiring = usual.with(choice.apply(usual.dialect()));
    Setup setup =
        new Setup(wiring.dialect(), "", new Ids(7), new ToneVoice(), OPENED).with(new LoudSound());
    this.session = new Session(change.apply(setup));
    take(session.open());
  }

  /** At the pace of the live service. */
  static Studio paced(Profile profile) {
    return with(profile, setup -> setup);
  }

  /** Without any waiting. */
  static Studio instant(Profile profile) {
    return with(profile, setup -> setup.with(Pace.INSTANT));
  }

  /** Changed as a test needs it. */
  static Studio with(Profile profile, UnaryOperator<Setup> change) {
    return new Studio(profile, dialect -> dialect, change);
  }

  /** Without any waiting, with other choices. */
  static Studio choosing(Profile profile, UnaryOperator<Dialect> choice) {
    return new Studio(profile, choice, setup -> setup.with(Pace.INSTANT));
  }

  /** At the pace of the live service, with other choices. */
  static Studio pacedChoosing(Profile profile, UnaryOperator<Dialect> choice) {
    return new Studio(profile, choice, setup -> setup);
  }

  /** Without any waiting, with other choices and other ears. */
  static Studio choosing(Profile profile, UnaryOperator<Dialect> choice, Hearing hearing) {
    return new Studio(profile, choice, setup -> setup.with(Pace.INSTANT).with(hearing));
  }

  /** What the mind answers to the next question; after the last line it waits. */
  Studio willSay(String... words) {
    lines.add(new Intent.Answer(Arrays.stream(words).map(Studio::speech).toList()));
    return this;
  }

  Studio will(Intent intent) {
    lines.add(intent);
    return this;
  }

  static Intent.Part speech(String words) {
    return new Intent.Speech(words);
  }

  /** The client sends an event. */
  Studio sends(String json) {
    return sends(JSON.readTree(json));
  }

  Studio sends(JsonNode json) {
    EventType type = EventType.named(json.path("type").asString()).orElseThrow();
    assertThat(type.origin()).isEqualTo(Origin.CLIENT);
    take(session.receive(now, new ClientEvent(type, json)));
    return this;
  }

  Studio types(String words) {
    return sends(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"%s"}]}}"""
            .formatted(words));
  }

  Studio asksForResponse() {
    return sends("{\"type\":\"response.create\"}");
  }

  /** The client configures itself, with these members of the session. */
  Studio configures(String members) {
    return sends("{\"type\":\"session.update\",\"session\":{%s}}".formatted(members));
  }

  /** Streams sound in real time, 20 ms at a time. */
  Studio streams(byte[] sound) {
    int chunk = 24 * 20 * 2;
    for (int from = 0; from < sound.length; from += chunk) {
      byte[] piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + chunk));
      take(session.hear(now, piece));
      passes(Duration.ofMillis(20));
    }
    return this;
  }

  /** Sound all at once, as a binary frame. */
  Studio pushes(byte[] sound) {
    take(session.hear(now, sound));
    return this;
  }

  Studio intends(Intent intent) {
    take(session.intend(now, intent));
    return this;
  }

  /** Time passes, each thing happening when it is due. */
  Studio passes(Duration time) {
    Duration until = now.plus(time);
    Optional<Duration> wake = session.wakeAt();
    while (wake.isPresent() && wake.get().compareTo(until) <= 0) {
      now = wake.get();
      take(session.advance(now));
      wake = session.wakeAt();
    }
    now = until;
    take(session.advance(now));
    return this;
  }

  /** Time passes without anybody looking before its end. */
  Studio looksOnceAfter(Duration time) {
    now = now.plus(time);
    take(session.advance(now));
    return this;
  }

  Studio passes(long millis) {
    return passes(Duration.ofMillis(millis));
  }

  private void take(List<Output> given) {
    List<Output> rest = given;
    while (!rest.isEmpty()) {
      rest.forEach(this::note);
      Output last = rest.get(rest.size() - 1);
      rest = last instanceof Cue.Asked ? session.intend(now, nextLine()) : List.of();
    }
  }

  private Intent nextLine() {
    return lines.isEmpty() ? new Intent.Wait() : lines.remove();
  }

  private void note(Output output) {
    outputs.add(output);
    if (output instanceof Meaning meaning) {
      JsonNode json = wiring.shape().write(meaning);
      assertThat(EventValidator.of(profile).validate(Origin.SERVER, json)).isEmpty();
      heard.add(new Heard(now, json));
    } else if (output instanceof Cue.Over last) {
      over = Optional.of(last);
    } else if (output instanceof Cue.Asked question) {
      asked.add(question);
    }
  }

  /** Forgets what came so far. */
  Studio fromHere() {
    heard = new ArrayList<>();
    return this;
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<Output> outputs() {
    return List.copyOf(outputs);
  }

  List<Cue.Asked> asked() {
    return List.copyOf(asked);
  }

  /** How the session has ended. */
  Optional<Cue.Over> over() {
    return over;
  }

  Session session() {
    return session;
  }

  /** The types of what came, a run of deltas as one, keep-alives left out. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    for (Heard one : heard) {
      boolean run =
          one.type().endsWith(".delta")
              && !types.isEmpty()
              && types.get(types.size() - 1).equals(one.type());
      if (!run && !one.type().equals("ping")) {
        types.add(one.type());
      }
    }
    return types;
  }

  List<Heard> all(EventType type) {
    return heard.stream().filter(one -> one.type().equals(type.wire())).toList();
  }

  /** The only event of its type. */
  JsonNode the(EventType type) {
    List<Heard> found = all(type);
    assertThat(found).as(type.wire()).hasSize(1);
    return found.get(0).json();
  }

  /** The latest event of its type. */
  JsonNode last(EventType type) {
    List<Heard> found = all(type);
    assertThat(found).as(type.wire()).isNotEmpty();
    return found.get(found.size() - 1).json();
  }
}
