package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The client's side of one connection: what was seen, and when, becomes what to send.
 * Deterministic, without socket, thread or clock; times count from the opening and never go back.
 */
final class Conversation {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** What a binary frame stands for (events.yaml, {@code transport}). */
  private static final String SOUND = "response.output_audio.delta";

  private final Mind mind;
  private final Manner manner;
  private final Watcher watcher;
  private final Playback playback;
  private final Ledger ledger;
  private final Stage stage;
  private final Deque<Seen> unseen = new ArrayDeque<>();
  private final List<Unmet> unmet = new ArrayList<>();
  private Optional<Duration> mindWakes = Optional.empty();
  private String waitsFor = "the server to accept the connection";
  private Optional<String> failure = Optional.empty();
  private Duration lastProgress = Duration.ZERO;
  private String lastEvent = "";
  private Optional<Duration> hungUp = Optional.empty();
  private boolean over;
  private boolean finished;

  Conversation(Mind mind, Manner manner, Watcher watcher) {
    this.mind = mind;
    this.manner = manner;
    this.watcher = watcher;
    Headset headset = manner.headset();
    this.playback = new Playback(headset.loudspeaker(), headset.buffer(), manner.speed());
    this.ledger = new Ledger(playback);
    Outbox outbox = new Outbox(ledger, unseen);
    this.stage = new Stage(manner, ledger, outbox, playback, watcher, mind.listens());
  }

  List<Deed> opened(Duration now) {
    lastProgress = now;
    unseen.add(new Seen.Opened(now));
    return think(now);
  }

  List<Deed> heard(Duration now, String type, JsonNode event) {
    lastEvent = type;
    if (!"ping".equals(type)) {
      lastProgress = now;
    }
    stage.heard(type, event);
    unseen.add(new Seen.Wire(now, Origin.SERVER, type, event));
    ledger
        .take(now, type, event, stage.settings())
        .ifPresent(reply -> unseen.add(new Seen.Answered(now, reply)));
    if ("input_audio_buffer.speech_started".equals(type)) {
      stage.interrupted(now);
    }
    stage.heardLive(now, type);
    return think(now);
  }

  List<Deed> heard(Duration now, byte[] sound) {
    lastProgress = now;
    ledger.binary(now, sound, stage.settings());
    unseen.add(new Seen.Wire(now, Origin.SERVER, SOUND, ClientEvents.named(SOUND)));
    return think(now);
  }

  /** What of the server's sound could not be played since this was asked last. */
  List<Finding> unheard() {
    return ledger.unheard();
  }

  /** What was asked of the telephone call has its answer; only a transfer waits for it. */
  List<Deed> answered(Duration now, String action, int status) {
    lastProgress = now;
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", status);
    if (action.equals(Stage.REFER)) {
      unseen.add(new Seen.Wire(now, Origin.SERVER, Seen.REFERRED, answer));
    }
    return think(now);
  }

  List<Deed> closed(Duration now, Origin from, int code, String reason) {
    unseen.add(new Seen.Closed(now, from, code, reason));
    List<Deed> deeds = think(now);
    if (hungUp.isEmpty() && failure.isEmpty() && !over) {
      failure =
          Optional.of(
              "The server closed the connection with %d%s while the client waited for %s."
                  .formatted(code, reason.isEmpty() ? "" : " \"" + reason + "\"", waitsFor));
    }
    finished = true;
    return deeds;
  }

  /** Does what is due up to now. */
  List<Deed> advance(Duration now) {
    if (hungUp.isPresent()) {
      finished = finished || hungUp.orElseThrow().plus(FAREWELL).compareTo(now) <= 0;
      return List.of();
    }
    if (stage.speak(now)) {
      lastProgress = now;
    }
    play(now);
    if (mindWakes.filter(due -> due.compareTo(now) <= 0).isPresent()) {
      unseen.add(new Seen.Passed(now));
    }
    List<Deed> deeds = think(now);
    if (hungUp.isEmpty() && givesUpAt().compareTo(now) <= 0) {
      failure = Optional.of(nothingHappened());
      hangUp(now, 1000, "", deeds);
    }
    return deeds;
  }

  /** A mind that listens looks again when there is nothing more to hear. */
  private void play(Duration now) {
    if (playback.playing()) {
      lastProgress = now;
      playback.advance(now);
      if (!playback.playing() && mind.listens()) {
        unseen.add(new Seen.Passed(now));
      }
    }
  }

  /** When {@link #advance} has something to do next; empty when nothing is left to do. */
  Optional<Duration> wakeAt() {
    if (finished) {
      return Optional.empty();
    }
    return hungUp.isPresent()
        ? hungUp.map(FAREWELL::plus)
        : Stream.of(stage.wakeAt(), mindWakes, Optional.of(givesUpAt()))
            .flatMap(Optional::stream)
            .min(Duration::compareTo);
  }

  /** Whether the client ended the connection. */
  boolean hungUp() {
    return hungUp.isPresent();
  }

  boolean finished() {
    return finished;
  }

  List<Exchange> exchanges() {
    return ledger.exchanges();
  }

  List<Answer> answers() {
    return ledger.answers();
  }

  List<Unmet> unmet() {
    return List.copyOf(unmet);
  }

  Optional<String> failure() {
    return failure;
  }

  /** Shows the mind all that it has not seen yet, its own acts among it. */
  private List<Deed> think(Duration now) {
    List<Deed> deeds = new ArrayList<>();
    for (Seen seen = unseen.poll(); seen != null; seen = unseen.poll()) {
      Mind.Wish wish = mind.see(seen, stage.situation(now));
      mindWakes = wish.wakeAt();
      wish.unmet().forEach(this::missed);
      waitFor(now, wish.waitsFor());
      if (!wish.acts().isEmpty()) {
        lastProgress = now;
      }
      wish.acts().forEach(act -> stage.perform(now, act));
      over = wish.over();
    }
    if (mind.open()) {
      stage.open(now);
    }
    stage.takeDeeds(deeds);
    stage.restIfQuiet(now);
    leaveIfDone(now, deeds);
    return deeds;
  }

  /** Words that are still going out are said to their end. */
  private void leaveIfDone(Duration now, List<Deed> deeds) {
    if (hungUp.isEmpty() && (stage.leaving().isPresent() || (over && !stage.speaking()))) {
      Deed.HangUp last = stage.leaving().orElse(new Deed.HangUp(1000, ""));
      hangUp(now, last.code(), last.reason(), deeds);
    }
  }

  private void waitFor(Duration now, String words) {
    if (!words.equals(waitsFor)) {
      waitsFor = words;
      watcher.waits(now, words);
    }
  }

  private void missed(Unmet line) {
    unmet.add(line);
    watcher.missed(line);
  }

  private void hangUp(Duration now, int code, String reason, List<Deed> deeds) {
    hungUp = Optional.of(now);
    deeds.add(new Deed.HangUp(code, reason));
  }

  private Duration givesUpAt() {
    Duration from = mindWakes.filter(due -> due.compareTo(lastProgress) > 0).orElse(lastProgress);
    return from.plus(manner.patience());
  }

  private String nothingHappened() {
    String last =
        lastEvent.isEmpty()
            ? "the server never said anything"
            : "its last event was \"" + lastEvent + '"';
    return "Nothing came from the server for %d s while the client waited for %s; %s."
        .formatted(manner.patience().toSeconds(), waitsFor, last);
  }
}
