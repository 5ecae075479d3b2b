package dev.soundcheck.schemas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The events of the captured live sessions, both directions. */
final class LiveSessions {
  private static final YAMLMapper YAML = new YAMLMapper();

  private LiveSessions() {}

  static Stream<Frame> frames() {
    return Shared.files("live-sessions", ".yaml").stream().flatMap(file -> frames(file).stream());
  }

  private static List<Frame> frames(Path file) {
    List<Frame> frames = new ArrayList<>();
    int place = 0;
    for (JsonNode interaction : YAML.readTree(file.toFile()).path("interactions")) {
      place++;
      if (interaction.path("kind").asString().equals("message")) {
        String where = file.getFileName() + " " + place;
        frames.add(new Frame(Profile.LIVE_2026_07, true, where, interaction.path("data")));
      }
    }
    return frames;
  }
}
