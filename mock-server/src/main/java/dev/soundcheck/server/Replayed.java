package dev.soundcheck.server;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.recording.Deviation;
import dev.soundcheck.server.recording.Recital;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Carries a recital to the wire, and tells the witness of both sides. */
final class Replayed implements Show {
  private final int number;
  private final Recital recital;
  private final Wire wire;
  private final Witness witness;
  private String waitsFor = "";
  private Duration now = Duration.ZERO;

  Replayed(int number, Recital recital, Wire wire, Witness witness) {
    this.number = number;
    this.recital = recital;
    this.wire = wire;
    this.witness = witness;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public void open() {
    advance(Duration.ZERO);
  }

  @Override
  public void text(Duration time, String text) {
    hear(time, parsed(time, text));
  }

  @Override
  public void binary(Duration time, byte[] bytes) {
    hear(time, new Observed.Binary(time, number, Origin.CLIENT, bytes));
  }

  @Override
  public void advance(Duration time) {
    now = time;
    say(recital.advance(time));
  }

  @Override
  public Optional<Duration> wakeAt() {
    return recital.wakeAt();
  }

  @Override
  public void close(Duration time, int code, String reason) {
    if (!recital.over()) {
      recital.end(time);
      said(new Observed.Closed(time, number, Origin.SERVER, code, reason));
      tell();
    }
  }

  @Override
  public void expel(Duration time, int code, String why) {
    witness.found(new ConnectionFinding(number, time, Kind.CLIENT, why));
    close(time, code, why);
  }

  @Override
  public void left(Duration time, int code, String reason) {
    if (!recital.over()) {
      hear(time, new Observed.Closed(time, number, Origin.CLIENT, code, reason));
    }
  }

  /** What was due before is said before. */
  private void hear(Duration time, Observed heard) {
    advance(time);
    if (!recital.over()) {
      witness.observed(heard);
      say(recital.hear(time, heard));
    }
  }

  private Observed parsed(Duration time, String text) {
    Optional<JsonNode> json =
        Json.parse(text).filter(it -> it.isObject() && it.path("type").isString());
    return json.<Observed>map(
            it ->
                new Observed.Message(
                    time, number, Origin.CLIENT, it.path("type").stringValue(), it))
        .orElseGet(
            () ->
                new Observed.Malformed(
                    time, number, Origin.CLIENT, text, "expected a JSON object with a \"type\""));
  }

  private void say(List<Observed> lines) {
    lines.forEach(this::said);
    tell();
  }

  private void said(Observed line) {
    witness.observed(line);
    if (line instanceof Observed.Message message) {
      wire.send(message.json().toString());
    } else if (line instanceof Observed.Binary binary) {
      wire.send(binary.bytes());
    } else if (line instanceof Observed.Malformed malformed) {
      wire.send(malformed.text());
    } else if (line instanceof Observed.Closed closed) {
      wire.close(closed.code(), closed.reason());
    }
  }

  private void tell() {
    for (Deviation deviation : recital.deviations()) {
      if (!deviation.allowed()) {
        witness.found(
            new ConnectionFinding(number, deviation.at(), Kind.RECORDING, deviation.message()));
      }
    }
    String waits = recital.waitsFor();
    if (!waits.equals(waitsFor)) {
      waitsFor = waits;
      witness.waits(number, now, waits);
    }
  }
}
