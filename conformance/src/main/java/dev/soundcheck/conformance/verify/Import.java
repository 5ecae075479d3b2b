package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Brings recordings of other tools in; what they are is told from what they hold. */
public final class Import {
  private static final String KNOWN =
      "a HAR with WebSocket messages, or a cassette (YAML with interactions)";

  private Import() {}

  /**
   * The trace of a file.
   *
   * @param tool the version that brings it in, for the header
   * @throws ImportException if it is none of the known formats or broken; names all that is wrong
   * @throws UncheckedIOException if it cannot be read
   */
  public static Trace read(Path file, String tool) {
    return read(String.valueOf(file.getFileName()), text(file).replaceFirst("^\uFEFF", ""), tool);
  }

  /**
   * The trace of a text.
   *
   * @param name what the text is called in problems and in the header
   */
  static Trace read(String name, String text, String tool) {
    if (text.isBlank()) {
      throw new ImportException("%s: expected %s, found an empty file".formatted(name, KNOWN));
    }
    JsonNode document = document(name, text);
    if (document.has("interactions")) {
      return Cassette.trace(name, document, tool);
    }
    if (document.has("log")) {
      return Har.trace(name, document, tool);
    }
    String found =
        document.has("soundcheck_trace") ? "a trace of our own already" : "neither of them";
    throw new ImportException("%s: expected %s, found %s".formatted(name, KNOWN, found));
  }

  private static JsonNode document(String name, String text) {
    String begin = text.stripLeading();
    if (!begin.startsWith("{")) {
      return PlainYaml.read(name, text);
    }
    Optional<JsonNode> header = Json.parse(begin.lines().findFirst().orElse(""));
    return Json.parse(text)
        .or(() -> header.filter(line -> line.has("soundcheck_trace")))
        .orElseThrow(
            () -> new ImportException("%s: expected %s, found broken JSON".formatted(name, KNOWN)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException absent) {
      throw new UncheckedIOException(file + " cannot be read: there is no such file", absent);
    } catch (CharacterCodingException noText) {
      throw new ImportException(
          file + ": expected text in UTF-8, found bytes that are none; save it in UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
