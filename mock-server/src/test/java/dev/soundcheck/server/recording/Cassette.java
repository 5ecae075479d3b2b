package dev.soundcheck.server.recording;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Captured live sessions as traces (live-sessions/README.md), and where they lie. */
final class Cassette {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Cassette() {}

  /** All of them; none where the folder is absent, which CI does not allow. */
  static List<Path> all() {
    Path folder = Path.of(System.getProperty("soundcheck.shared", "absent"), "live-sessions");
    if (!Files.isDirectory(folder)) {
      String message = "SKIPPED: ../shared/live-sessions is not there, so no capture was replayed";
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new AssertionError(message + ", which CI does not allow");
      }
      System.out.println(message);
      abort(message);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Trace read(Path file) {
    List<Observed> seen = new ArrayList<>();
    int connection = 1;
    for (JsonNode one : YAML.readTree(file.toFile()).path("interactions")) {
      Origin from =
          one.path("direction").asString("received").equals("sent") ? Origin.CLIENT : Origin.SERVER;
      if (one.path("kind").asString().equals("close")) {
        int code = one.path("code").asInt(1006);
        seen.add(new Observed.Closed(Duration.ZERO, connection++, from, code, ""));
      } else {
        JsonNode event = one.path("data");
        String type = event.path("type").asString();
        seen.add(new Observed.Message(Duration.ZERO, connection, from, type, event));
      }
    }
    TraceHeader header =
        TraceHeader.of(Instant.EPOCH, "wss://api.x.ai/v1/realtime", Profile.LIVE_2026_07, "test");
    return new Trace(header.with(TraceAudio.SHORTENED), seen, List.of());
  }
}
