package dev.soundcheck.schemas;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/** A program that records until it is killed, and says each hundred lines how far it is. */
final class KilledRecorder {
  private KilledRecorder() {}

  public static void main(String[] args) {
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "ws://h/", Profile.LIVE, "0.1.0");
    try (TraceWriter writer = TraceWriter.create(Path.of(args[0]), header)) {
      LongStream.iterate(1, count -> count + 1).forEach(count -> write(writer, count));
    }
  }

  private static void write(TraceWriter writer, long count) {
    var event = Json.mapper().createObjectNode().put("type", "ping").put("count", count);
    writer.write(new Observed.Message(Duration.ofMillis(count), 1, Origin.SERVER, "ping", event));
    if (count % 100 == 0) {
      System.out.println(count);
    }
  }
}
