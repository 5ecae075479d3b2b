package dev.soundcheck.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which words the WAV files of one folder say: those of their names, or those that {@code
 * words.txt} gives them, a line for each file: {@code greeting: Hello, how can I help you?}.
 *
 * @param files by the key of their words
 */
record Recordings(Map<String, Path> files) {
  /** The list of words in a folder. */
  static final String INDEX = "words.txt";

  private static final String ENDING = ".wav";

  /** Nothing recorded. */
  static final Recordings NONE = new Recordings(Map.of());

  /**
   * What is in a folder, the folders in it left out.
   *
   * @param complaints is told of every line and file that is of no use
   */
  static Recordings in(Path folder, Consumer<String> complaints) {
    Reader reader = new Reader(folder, complaints);
    reader.readIndex();
    reader.readNames();
    return new Recordings(Map.copyOf(reader.files));
  }

  Optional<Path> of(String words) {
    return Optional.ofNullable(files.get(key(words)));
  }

  /** Letters and digits in small letters, with a dash for all between: the name of a file. */
  static String key(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("['\u2019]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** One reading of a folder. */
  private static final class Reader {
    private final Path folder;
    private final Consumer<String> complaints;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final List<Path> named = new ArrayList<>();

    Reader(Path folder, Consumer<String> complaints) {
      this.folder = folder;
      this.complaints = complaints;
    }

    void readIndex() {
      Path index = folder.resolve(INDEX);
      if (!Files.isRegularFile(index)) {
        return;
      }
      try {
        List<String> lines = Files.readAllLines(index);
        for (int i = 0; i < lines.size(); i++) {
          readLine("%s:%d".formatted(index, i + 1), lines.get(i).strip());
        }
      } catch (IOException unreadable) {
        complaints.accept(
            "%s: cannot be read as UTF-8 text (%s); only the names of the files say their words."
                .formatted(index, unreadable.getMessage()));
      }
    }

    /** What begins with a semicolon or a hash is a remark. */
    private void readLine(String place, String line) {
      int colon = line.indexOf(':');
      if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
        return;
      }
      if (colon < 1) {
        complaints.accept(
            "%s: expected 'FILE: words', found '%s'; the line is left out.".formatted(place, line));
        return;
      }
      String name = line.substring(0, colon).strip();
      try {
        Path file = folder.resolve(name.endsWith(ENDING) ? name : name + ENDING);
        named.add(file.normalize());
        add(file, line.substring(colon + 1), place + ": ");
      } catch (InvalidPathException noName) {
        complaints.accept(
            "%s: expected the name of a file, found one that no file can have (%s); the line is left out."
                .formatted(place, noName.getReason()));
      }
    }

    void readNames() {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING))
            .filter(file -> !named.contains(file.normalize()))
            .sorted()
            .forEach(file -> add(file, bare(file), ""));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static String bare(Path file) {
      String name = String.valueOf(file.getFileName());
      return name.substring(0, name.length() - ENDING.length());
    }

    private void add(Path file, String words, String place) {
      String key = key(words);
      Optional<String> fault = key.isEmpty() ? Optional.of("it has no words") : fault(file);
      Path before = files.get(key);
      if (fault.isPresent()) {
        complaints.accept(
            "%s%s is of no use: %s. The synthesizer says its words."
                .formatted(place, file, fault.get()));
      } else if (before != null) {
        complaints.accept(
            "%s%s is never played: %s has the same words.".formatted(place, file, before));
      } else {
        files.put(key, file);
      }
    }

    private static Optional<String> fault(Path file) {
      if (!Files.isRegularFile(file)) {
        return Optional.of("there is no such file");
      }
      try (WavStream sound = WavStream.open(file)) {
        return sound.duration().isZero() ? Optional.of("it has no sound") : Optional.empty();
      } catch (AudioException | IOException unreadable) {
        return Optional.of(String.valueOf(unreadable.getMessage()));
      }
    }
  }
}
