package dev.soundcheck.fuzz;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Inputs as they really are: the files of the project. */
public final class Corpus {
  private Corpus() {}

  /** The texts of all files with this ending below a folder of the project, in a fixed order. */
  public static List<String> texts(String folder, String ending) {
    return files(folder, ending).stream().map(Corpus::text).toList();
  }

  /** What one side said in each of the recordings, as texts of events. */
  public static Stream<List<String>> said(Origin side) {
    String from = side == Origin.CLIENT ? "client" : "server";
    return texts("recordings", ".ndjson").stream()
        .map(
            trace ->
                trace
                    .lines()
                    .map(Json.mapper()::readTree)
                    .filter(line -> line.path("from").asString("").equals(from))
                    .map(line -> line.path("event"))
                    .filter(JsonNode::isObject)
                    .map(JsonNode::toString)
                    .toList());
  }

  /** All files with this ending below a folder of the project, in a fixed order. */
  public static List<Path> files(String folder, String ending) {
    try (Stream<Path> all = Files.walk(root().resolve(folder))) {
      List<Path> found =
          all.filter(file -> file.toString().endsWith(ending))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new AssertionError("no *%s in %s".formatted(ending, folder));
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file's text. */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("soundcheck.root", ".."));
  }
}
