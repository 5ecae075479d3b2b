package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.TraceWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A folder that holds a report in all its forms. It is written again over an earlier report, and
 * never over anything else.
 */
public final class ReportFolder {
  private final Path folder;
  private final List<Pattern> left;

  private ReportFolder(Path folder, List<Pattern> left) {
    this.folder = folder;
    this.left = List.copyOf(left);
  }

  /** The same, in which nothing is written that these find: keys that somebody was given. */
  public ReportFolder without(List<Pattern> secrets) {
    return new ReportFolder(folder, secrets);
  }

  /**
   * A folder to write to, made when it is not there; asked for before anything long begins.
   *
   * @throws ReportException when nothing can be written there, or what lies there is not ours
   */
  public static ReportFolder at(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ReportException(
          "%s: expected a folder for the report, found a file; name another".formatted(folder));
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".soundcheck", ""));
    } catch (IOException unwritable) {
      throw unwritable(folder, unwritable);
    }
    ReportFolder report = new ReportFolder(folder, List.of());
    report.refuseWhatIsNotOurs();
    return report;
  }

  /**
   * What lies in a folder that was written before; several when it was made of several.
   *
   * @throws ReportException naming all that is wrong with it
   */
  public static List<Results> read(Path folder) {
    return ReadReport.of(folder);
  }

  /**
   * Writes all forms of it.
   *
   * @return the page
   */
  public Path write(Results results) {
    ReportFiles names = ReportFiles.of(results.conversations());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(ReportFiles.PAGE, HtmlReport.html(List.of(results), List.of("")));
    texts.put(ReportFiles.JUNIT, JunitReport.xml(results));
    texts.put(ReportFiles.MESSAGES, CucumberReport.ndjson(results));
    texts.put(ReportFiles.BADGE, Badge.svg(results));
    for (Held held : results.conversations()) {
      if (!held.output().isEmpty()) {
        texts.put(names.output(held), held.output());
      }
    }
    List<String> files = new ArrayList<>(texts.keySet());
    results.conversations().forEach(held -> files.add(names.trace(held)));
    begin(JsonReport.of(results, names), files);
    texts.forEach(this::text);
    results.conversations().forEach(held -> trace(names.trace(held), held));
    return folder.resolve(ReportFiles.PAGE);
  }

  /**
   * Writes several targets side by side: one page of all, and a folder of its own for each.
   *
   * @return the page of all
   */
  public Path writeSideBySide(List<Results> targets) {
    List<String> folders = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      folders.add(ReportFiles.folder(i + 1, targets.get(i).target()));
    }
    ObjectNode json = Json.mapper().createObjectNode();
    json.put(JsonReport.VERSION, JsonReport.FORMAT);
    ArrayNode named = json.putArray("targets");
    folders.forEach(named::add);
    begin(json, List.of(ReportFiles.PAGE));
    for (int i = 0; i < targets.size(); i++) {
      new ReportFolder(folder.resolve(folders.get(i)), left).write(targets.get(i));
    }
    text(
        ReportFiles.PAGE,
        HtmlReport.html(targets, folders.stream().map(name -> name + "/").toList()));
    return folder.resolve(ReportFiles.PAGE);
  }

  /**
   * What names all that will lie here comes first: a report that breaks off is known as ours.
   *
   * @param files all others
   */
  private void begin(ObjectNode json, List<String> files) {
    earlier().ifPresent(this::takeAway);
    files.forEach(json.putArray("files")::add);
    text(
        ReportFiles.JSON,
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  private void refuseWhatIsNotOurs() {
    if (earlier().isEmpty()) {
      List<String> foreign =
          ReportFiles.ALL.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
      if (!foreign.isEmpty()) {
        throw new ReportException(
            "%s: expected an empty folder or an earlier report, found %s, which is no report's; name another"
                .formatted(folder, String.join(", ", foreign)));
      }
    }
  }

  /** What a report that lies here says of itself. */
  private Optional<JsonNode> earlier() {
    Path file = folder.resolve(ReportFiles.JSON);
    try {
      return Files.isRegularFile(file)
          ? Json.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
              .filter(json -> json.has(JsonReport.VERSION))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw unwritable(file, unreadable);
    }
  }

  /** Only what it names, and only inside this folder. */
  private void takeAway(JsonNode earlier) {
    for (JsonNode name : earlier.path("files")) {
      if (ReportFiles.staysInside(name.asString(""))) {
        takeAway(folder.resolve(name.asString()));
      }
    }
    for (JsonNode name : earlier.path("targets")) {
      if (ReportFiles.staysInside(name.asString(""))) {
        ReportFolder target = new ReportFolder(folder.resolve(name.asString()), left);
        target.earlier().ifPresent(target::takeAway);
      }
    }
    takeAway(folder.resolve(ReportFiles.JSON));
  }

  /** With the folders that are empty then; where a link leads is not inside this folder. */
  private void takeAway(Path file) {
    try {
      if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
        Files.delete(file);
        for (Path above = file.getParent();
            above != null && !above.equals(folder) && isEmpty(above);
            above = above.getParent()) {
          Files.delete(above);
        }
      }
    } catch (IOException stuck) {
      throw unwritable(file, stuck);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Halves of characters, which no encoding has, become question marks. */
  private void text(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, hidden(text).getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  private String hidden(String text) {
    String clean = text;
    for (Pattern secret : left) {
      clean = secret.matcher(clean).replaceAll("[redacted]");
    }
    return clean;
  }

  private void trace(String name, Held held) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      try (TraceWriter trace =
          new TraceWriter(
              new BufferedOutputStream(Files.newOutputStream(file)), held.trace().header(), left)) {
        held.trace().seen().forEach(trace::write);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  private static ReportException unwritable(Path file, Exception why) {
    return new ReportException(
        "%s: the report cannot be written there: %s".formatted(file, why.getMessage()), why);
  }
}
