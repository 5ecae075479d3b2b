package dev.soundcheck.server.play;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.session.Cue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One play without a socket, in virtual time; it keeps all that comes out. */
final class Rehearsal implements Wire, Witness {
  final List<JsonNode> sent = new ArrayList<>();
  final List<byte[]> sounds = new ArrayList<>();
  final List<Observed> journal = new ArrayList<>();
  final List<ConnectionFinding> findings = new ArrayList<>();
  final List<String> closes = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Play play;
  private Optional<String> broken = Optional.empty();
  private Duration now = Duration.ZERO;

  Rehearsal(Program program) {
    this(program, Profile.LIVE);
  }

  Rehearsal(Program program, Profile profile) {
    this(program, profile, Conditions.USUAL);
  }

  Rehearsal(Program program, Profile profile, Conditions conditions) {
    Opening opening =
        new Opening(
            3,
            program,
            profile,
            "",
            11,
            SpokenVoice.embedded(),
            Instant.ofEpochSecond(1_790_000_000));
    this.play = new Play(opening, conditions, this, this);
    play.open();
  }

  Rehearsal says(String text) {
    play.text(now, text);
    return this;
  }

  Rehearsal types(String words) {
    return says("""
            {"type":"conversation.item.create","item":{"type":"message","role":"user",
             "content":[{"type":"input_text","text":"%s"}]}}"""
            .formatted(words))
        .says("{\"type\":\"response.create\"}");
  }

  Rehearsal sends(byte[] audio) {
    play.binary(now, audio);
    return this;
  }

  /** Lets time pass, waking the play when it wants to be woken. */
  Rehearsal passes(Duration time) {
    Duration end = now.plus(time);
    for (Optional<Duration> due = play.wakeAt();
        due.isPresent() && due.get().compareTo(end) <= 0;
        due = play.wakeAt()) {
      play.advance(due.get());
    }
    now = end;
    play.advance(now);
    return this;
  }

  /** Lets time pass and wakes the play only at the end of it: a machine that was too busy. */
  Rehearsal stalls(Duration time) {
    now = now.plus(time);
    play.advance(now);
    return this;
  }

  Rehearsal closes(int code, String reason) {
    play.close(now, code, reason);
    return this;
  }

  Rehearsal expels(int code, String why) {
    play.expel(now, code, why);
    return this;
  }

  Rehearsal hangsUp(int code, String reason) {
    play.left(now, code, reason);
    return this;
  }

  Optional<Duration> wakeAt() {
    return play.wakeAt();
  }

  Optional<Duration> passesUntil() {
    return play.passesUntil();
  }

  /** Speech that somebody has to listen to. */
  Optional<Cue.Heard> heard() {
    return play.heard();
  }

  /** Somebody has listened. */
  Rehearsal understands(Optional<String> phrase) {
    play.understand(phrase, Optional.empty());
    return this;
  }

  /** Nobody could listen. */
  Rehearsal fails(String why) {
    play.understand(Optional.empty(), Optional.of(why));
    return this;
  }

  /** What went on the wire, as bytes would be compared. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> types() {
    return sent.stream().map(event -> event.path("type").asString()).toList();
  }

  /** The last event of this type. */
  JsonNode last(String type) {
    return sent.stream()
        .filter(event -> event.path("type").asString().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no " + type + " among " + types()));
  }

  /** From now on nothing can be sent any more. */
  Rehearsal loses(String why) {
    broken = Optional.of(why);
    return this;
  }

  @Override
  public void send(byte[] bytes) {
    sounds.add(bytes);
  }

  @Override
  public void send(String text) {
    if (broken.isPresent()) {
      throw new IllegalStateException(broken.get());
    }
    lines.add(text);
    sent.add(JsonMapper.shared().readTree(text));
  }

  @Override
  public void close(int code, String reason) {
    closes.add(code + " " + reason);
  }

  @Override
  public void observed(Observed observed) {
    journal.add(observed);
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings.add(finding);
  }
}
