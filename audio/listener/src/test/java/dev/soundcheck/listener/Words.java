package dev.soundcheck.listener;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What is said in the recordings of people, from the list of Debian's asterisk-core-sounds-en. */
final class Words {
  /** Beside {@link dev.soundcheck.audio.HumanPrompts}, which have the sound. */
  static final String PACKAGE = "asterisk-core-sounds-en";

  private static final Path LIST =
      Path.of(System.getProperty("soundcheck.sounds", "/usr/share"))
          .resolve("doc/asterisk-core-sounds-en/core-sounds-en.txt.gz");

  private Words() {}

  static boolean installed() {
    return Files.exists(LIST);
  }

  /** Words by the name of the recording; without those where sounds are described in brackets. */
  static Map<String, String> byName() {
    Map<String, String> words = new LinkedHashMap<>();
    try (var lines =
        new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(LIST)), StandardCharsets.UTF_8))
            .lines()) {
      lines
          .filter(line -> !line.startsWith(";") && !line.contains("["))
          .map(line -> line.split(": ", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> words.put(parts[0], parts[1].strip()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }
}
