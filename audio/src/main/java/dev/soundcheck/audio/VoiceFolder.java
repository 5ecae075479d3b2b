package dev.soundcheck.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Recordings of a person in place of a synthesizer: a folder of WAV files, one for a sentence or
 * for a whole answer, named by its words ({@code it-is-foggy-in-paris.wav}) or listed in {@code
 * words.txt} ({@code greeting: Hello, how can I help you?}). A folder in it that has the name of a
 * voice belongs to that voice, and goes before. What nobody recorded is said by another voice.
 * Files are played as they are, at their own level.
 */
public final class VoiceFolder implements Voice {
  private static final int RATE = 24_000;

  private static final long BYTES_KEPT = 64L << 20;

  /** Who says much that nobody recorded need not hear of all of it. */
  private static final int MOST_COMPLAINTS = 200;

  /** What all voices of one folder share. */
  private record Shelf(
      Path folder,
      Map<String, Recordings> ofVoices,
      Recordings ofAll,
      Recent<Path, Pcm> played,
      Consumer<String> complaints,
      Set<String> missed) {}

  private final Shelf shelf;
  private final Recordings own;
  private final Voice otherwise;

  private VoiceFolder(Shelf shelf, Recordings own, Voice otherwise) {
    this.shelf = shelf;
    this.own = own;
    this.otherwise = otherwise;
  }

  /**
   * The recordings of a folder.
   *
   * @param otherwise says what is not recorded
   * @param complaints is told once of every file that is of no use, now, and of all words that are
   *     not recorded, when they are first said; by any thread
   * @throws AudioException when there is no such folder, or it cannot be read
   */
  public static VoiceFolder open(Path folder, Voice otherwise, Consumer<String> complaints) {
    if (!Files.isDirectory(folder)) {
      throw new AudioException(
          "expected a folder of WAV files, found none at '%s'; name one that exists"
              .formatted(folder));
    }
    try {
      Shelf shelf =
          new Shelf(
              folder,
              Map.copyOf(ofVoices(folder, complaints)),
              Recordings.in(folder, complaints),
              new Recent<>(BYTES_KEPT, sound -> 2L * sound.length()),
              complaints,
              ConcurrentHashMap.newKeySet());
      return new VoiceFolder(shelf, Recordings.NONE, otherwise);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new AudioException(
          "the folder '%s' cannot be read: %s".formatted(folder, unreadable.getMessage()));
    }
  }

  private static Map<String, Recordings> ofVoices(Path folder, Consumer<String> complaints)
      throws IOException {
    Map<String, Recordings> voices = new HashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> folders = all.filter(Files::isDirectory).sorted().toList();
      for (Path one : folders) {
        voices.put(named(String.valueOf(one.getFileName())), Recordings.in(one, complaints));
      }
    }
    return voices;
  }

  private static String named(String voice) {
    return voice.toLowerCase(Locale.ROOT);
  }

  @Override
  public int rate() {
    return RATE;
  }

  @Override
  public Voice as(String name) {
    Recordings ofVoice = shelf.ofVoices().getOrDefault(named(name), Recordings.NONE);
    return new VoiceFolder(shelf, ofVoice, otherwise.as(name));
  }

  @Override
  public Optional<Pcm> recorded(String words) {
    return own.of(words)
        .or(() -> shelf.ofAll().of(words))
        .map(file -> shelf.played().get(file, this::read))
        .filter(sound -> sound.length() > 0);
  }

  @Override
  public Pcm speak(String words) {
    Optional<Pcm> recorded = words.isBlank() ? Optional.empty() : recorded(words);
    return recorded.orElseGet(() -> synthesized(words));
  }

  private Pcm synthesized(String words) {
    String key = Recordings.key(words);
    if (!key.isEmpty() && shelf.missed().size() < MOST_COMPLAINTS && shelf.missed().add(key)) {
      shelf
          .complaints()
          .accept(
              "Nobody recorded \"%s\": expected %s.wav or a line of %s in %s. The synthesizer says it."
                  .formatted(words.strip(), key, Recordings.INDEX, shelf.folder()));
    }
    return Resampler.resample(otherwise.speak(words), RATE);
  }

  /** No samples where the file has become unreadable since it was found; that is told once. */
  private Pcm read(Path file) {
    try {
      return Resampler.resample(Wav.read(file), RATE);
    } catch (AudioException | IOException unreadable) {
      shelf
          .complaints()
          .accept(
              "%s is of no use: %s. The synthesizer says its words."
                  .formatted(file, unreadable.getMessage()));
      return new Pcm(new short[0], RATE);
    }
  }
}
