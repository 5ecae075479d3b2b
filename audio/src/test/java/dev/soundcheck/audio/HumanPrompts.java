package dev.soundcheck.audio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recordings of people that Debian distributes; installed, never copied. The system property {@code
 * soundcheck.sounds} names another place than {@code /usr/share} to look for them.
 */
public final class HumanPrompts {
  /** The packages to install. */
  private static final String PACKAGES =
      "asterisk-core-sounds-en-wav asterisk-core-sounds-en-g722 alsa-utils"
          + " asterisk-moh-opsound-wav";

  private static final Path SHARE = Path.of(System.getProperty("soundcheck.sounds", "/usr/share"));
  private static final Path ASTERISK = SHARE.resolve("asterisk/sounds/en_US_f_Allison");
  private static final Path MUSIC = SHARE.resolve("asterisk/moh");
  private static final Path ALSA = SHARE.resolve("sounds/alsa");

  /** Silence, tones, and a crowd of monkeys, as the package's own list of words calls them. */
  private static final Set<String> NOT_SPEECH =
      Set.of("beep", "beeperr", "ascending-2tone", "descending-2tone", "tt-monkeys", "Noise");

  /**
   * One recording.
   *
   * @param name its path in the package without the ending, such as {@code digits/7}
   */
  public record Prompt(String name, Path file) {
    /** The recording at its own rate. */
    public Pcm sound() {
      try {
        return file.toString().endsWith(".g722")
            ? G722.decode(Files.readAllBytes(file))
            : Wav.read(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private HumanPrompts() {}

  /** Skips the test loudly where the packages are not installed; in CI it fails. */
  public static void require() {
    if (Stream.of(telephone(), wideband(), studio(), music()).anyMatch(List::isEmpty)) {
      String missing = "no recordings of people: apt-get install " + PACKAGES;
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(missing);
      }
      System.err.println("SKIPPED: " + missing);
      abort(missing);
    }
  }

  /** One woman, 553 prompts of telephone quality at 8 kHz; empty when not installed. */
  public static List<Prompt> telephone() {
    return in(ASTERISK, ".wav");
  }

  /** The same prompts at 16 kHz; empty when not installed. */
  public static List<Prompt> wideband() {
    return in(ASTERISK, ".g722");
  }

  /** Another woman, eight names of loudspeakers at 48 kHz; empty when not installed. */
  public static List<Prompt> studio() {
    return in(ALSA, ".wav");
  }

  /** Five pieces of music on hold at 8 kHz; empty when not installed. */
  public static List<Prompt> music() {
    return in(MUSIC, ".wav");
  }

  private static List<Prompt> in(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(file -> new Prompt(name(folder, file, ending), file))
          .filter(prompt -> !NOT_SPEECH.contains(prompt.name()))
          .filter(prompt -> !prompt.name().startsWith("silence/"))
          .sorted(Comparator.comparing(Prompt::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder, Path file, String ending) {
    String path = folder.relativize(file).toString();
    return path.substring(0, path.length() - ending.length());
  }
}
