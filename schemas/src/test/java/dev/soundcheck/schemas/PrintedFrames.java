package dev.soundcheck.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The JSON lines printed in live-behaviour.md, and our table of what each of them is. */
final class PrintedFrames {
  private static final Pattern HEADING = Pattern.compile("#+ ([0-9]+(?:\\.[0-9]+)?)\\.? .*");
  private static final Pattern ROW =
      Pattern.compile("(\\S+)\\s+(\\d+)\\s+(\\S+)\\s+(captured|documented|excepted)\\s+(.+)");

  private PrintedFrames() {}

  /** A row of the table: what a printed line is, and the profile or the reason that follows. */
  record Row(String place, String type, String kind, String rest) {}

  /** The whole frames, each with the profile of its row. */
  static Stream<Frame> whole() {
    Map<String, JsonNode> printed = printed();
    return rows().stream()
        .filter(row -> !row.kind().equals("excepted") && printed.containsKey(row.place()))
        .map(row -> frame(row, Objects.requireNonNull(printed.get(row.place()))));
  }

  /** What is printed, by section and place within it. */
  static Map<String, JsonNode> printed() {
    Map<String, JsonNode> printed = new LinkedHashMap<>();
    String section = "";
    int place = 0;
    boolean json = false;
    for (String line : Shared.lines("protocol/live-behaviour.md")) {
      Matcher heading = HEADING.matcher(line);
      if (line.startsWith("```")) {
        json = line.equals("```json");
      } else if (json && !line.isBlank()) {
        place++;
        printed.put(section + " " + place, Json.mapper().readTree(line));
      } else if (heading.matches()) {
        section = heading.group(1);
        place = 0;
      }
    }
    return printed;
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : Resources.lines("printed-frames.txt")) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new IllegalStateException("no row of printed-frames.txt: " + line);
      }
      rows.add(
          new Row(row.group(1) + " " + row.group(2), row.group(3), row.group(4), row.group(5)));
    }
    return rows;
  }

  private static Frame frame(Row row, JsonNode event) {
    Profile profile = Profile.named(row.rest()).orElseThrow();
    String where = "live-behaviour.md " + row.place();
    return new Frame(profile, row.kind().equals("captured"), where, event);
  }
}
