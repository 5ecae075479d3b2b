package dev.soundcheck.server.session;

import dev.soundcheck.audio.Encoded;
import dev.soundcheck.server.session.Item.Content.Form;
import dev.soundcheck.server.session.Item.Status;
import dev.soundcheck.server.session.Reporting.Closing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One spoken part of an answer as it goes out. */
final class Speaking implements Telling {
  /**
   * How much more sound than was sent is made when an answer breaks off (live-behaviour.md 2.6).
   */
  private static final double AHEAD = 0.8;

  private static final String ASSISTANT = "assistant";

  private final Stage stage;
  private final Reply reply;
  private final String itemId;
  private final Spoken spoken;
  private final Encoded sound;
  private final List<Delivery.Beat> beats;
  private final StringBuilder words = new StringBuilder();
  private int next;
  private int sent;

  Speaking(Stage stage, Reply reply, String itemId, Spoken spoken) {
    this.stage = stage;
    this.reply = reply;
    this.itemId = itemId;
    Optional<List<Phrasing.Piece>> told =
        stage.setup().senses().phrasing().pieces(spoken.transcript());
    this.spoken = told.map(pieces -> spoken.lasting(Phrasing.lasting(pieces))).orElse(spoken);
    this.sound = this.spoken.encoded();
    this.beats =
        Score.of(Packets.of(told.map(this::beats).orElseGet(this::usualBeats), this.spoken));
  }

  private List<Delivery.Beat> beats(List<Phrasing.Piece> pieces) {
    return Layout.of(spoken, pieces, stage.pace(), stage.ids());
  }

  private List<Delivery.Beat> usualBeats() {
    return Delivery.of(spoken, stage.dialect().firstChunk(), stage.pace(), stage.ids());
  }

  @Override
  public String itemId() {
    return itemId;
  }

  @Override
  public double seconds() {
    return spoken.seconds(spoken.samples());
  }

  @Override
  public double secondsAhead() {
    return Math.min(seconds(), spoken.seconds(sent) + AHEAD);
  }

  @Override
  public void begin() {
    reply.open(item(Status.IN_PROGRESS, List.of()), Form.TRANSCRIPT);
  }

  @Override
  public Optional<Duration> beat() {
    if (next == beats.size()) {
      return Optional.empty();
    }
    Delivery.Beat beat = beats.get(next++);
    if (beat.isSound()) {
      sound(beat);
    } else {
      words(beat.segment());
    }
    return Optional.of(next == beats.size() ? Duration.ZERO : beats.get(next).gap());
  }

  private void sound(Delivery.Beat beat) {
    AudioBytes audio = new AudioBytes(sound.slice(beat.from(), beat.to()));
    double seconds = spoken.seconds(beat.to() - beat.from());
    Optional<Duration> latency = reply.unheard() ? Optional.of(reply.latency()) : Optional.empty();
    stage.say(
        event ->
            new Meaning.AudioDelta(
                event,
                reply.id(),
                itemId,
                audio,
                beat.segment().rid(),
                latency,
                Duration.ofNanos(Math.round(seconds * 1e9)),
                stage.wall(),
                reply.binary()));
    sent += beat.to() - beat.from();
    reply.sent(seconds);
  }

  private void words(Spoken.Segment segment) {
    double start = Math.round(spoken.seconds(segment.from()) * 100) / 100.0;
    words.append(segment.words());
    reply.said(segment.words());
    stage.say(
        new Meaning.TranscriptDelta(segment.rid(), reply.id(), itemId, segment.words(), start));
  }

  @Override
  public Item end(Status status) {
    String said = words.toString();
    Item.Message whole = item(status, List.of(Item.Content.audio(said)));
    boolean audioFirst = stage.dialect().reporting().closing() == Closing.AUDIO_FIRST;
    if (audioFirst) {
      stage.say(event -> new Meaning.AudioDone(event, reply.id(), itemId));
    }
    stage.say(event -> new Meaning.TranscriptDone(event, reply.id(), itemId, said));
    stage.say(event -> new Meaning.PartDone(event, reply.id(), itemId, Form.TRANSCRIPT, said));
    if (!audioFirst) {
      stage.say(event -> new Meaning.AudioDone(event, reply.id(), itemId));
    }
    stage.say(event -> new Meaning.OutputItemDone(event, reply.id(), whole));
    stage.resumption().said(whole);
    stage.log().change(whole, Duration.ofNanos((long) (spoken.seconds(sent) * 1e9)));
    return whole;
  }

  private Item.Message item(Status status, List<Item.Content> content) {
    return new Item.Message(itemId, status, ASSISTANT, content);
  }
}
