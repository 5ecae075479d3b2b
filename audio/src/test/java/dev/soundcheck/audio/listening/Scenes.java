package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The rows of the tables: in each, one thing is other than usual. */
final class Scenes {
  /** In dBFS, and without any backdrop: how people on a good line sound. */
  private static final double USUAL = -20;

  private static final AudioFormat WIDE = new AudioFormat(Encoding.PCM, 16_000);
  private static final AudioFormat TELEPHONE = new AudioFormat(Encoding.PCMU, 8_000);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** Long enough to get to know a room, which takes three seconds. */
  private static final Duration LATER = Duration.ofSeconds(6);

  /** The rows of one table. */
  record Table(String title, List<Scene> rows) {}

  private Scenes() {}

  static List<Table> all() {
    return List.of(
        new Table("In silence, at −20 dBFS, by format", formats()),
        new Table("In silence, by level (24 kHz PCM)", levels()),
        new Table("In noise (16 kHz PCM, the voice at −20 dBFS)", rooms()),
        new Table("With other voices and music (16 kHz PCM, the voice at −20 dBFS)", company()));
  }

  /** The rows whose names these are. */
  static List<Scene> named(List<String> names) {
    return all().stream()
        .flatMap(table -> table.rows().stream())
        .filter(scene -> names.contains(scene.name()))
        .toList();
  }

  private static List<Scene> formats() {
    return List.of(
        quiet("PCM 8 kHz", new AudioFormat(Encoding.PCM, 8_000), USUAL),
        quiet("PCM 16 kHz", WIDE, USUAL),
        quiet("PCM 24 kHz", AudioFormat.DEFAULT, USUAL),
        quiet("PCM 48 kHz", new AudioFormat(Encoding.PCM, 48_000), USUAL),
        quiet("µ-law 8 kHz", TELEPHONE, USUAL),
        quiet("A-law 8 kHz", new AudioFormat(Encoding.PCMA, 8_000), USUAL),
        quiet("Opus 24 kHz", new AudioFormat(Encoding.OPUS, 24_000), USUAL));
  }

  private static List<Scene> levels() {
    List<Scene> scenes = new ArrayList<>();
    for (int level : new int[] {-6, -12, -26, -32, -36, -40}) {
      scenes.add(quiet(decibels(level), AudioFormat.DEFAULT, level));
    }
    scenes.add(quiet(decibels(-40) + ", µ-law 8 kHz", TELEPHONE, -40));
    return scenes;
  }

  private static List<Scene> rooms() {
    List<Scene> scenes = new ArrayList<>();
    scenes.addAll(amid("white noise", Backdrop::white, -60, -50, -45, -40));
    scenes.addAll(amid("pink noise", Backdrop::pink, -60, -50, -45, -40));
    scenes.addAll(amid("hum and rumble", Backdrop::room, -50, -40));
    return scenes;
  }

  private static List<Scene> company() {
    List<Scene> scenes = new ArrayList<>();
    scenes.addAll(amid("babble", Backdrop::babble, -50, -45, -40));
    scenes.addAll(amid("music under it", Backdrop::music, -50, -45, -40, -30));
    Duration shortlyBefore = LATER.minusMillis(500);
    DoubleFunction<Backdrop> before = level -> Backdrop.music(level).until(shortlyBefore);
    scenes.addAll(amid("music before it", before, -40, -30, -20));
    return scenes;
  }

  private static Scene quiet(String name, AudioFormat format, double level) {
    return new Scene(name, format, level, Backdrop.NOTHING, SOON);
  }

  private static List<Scene> amid(String what, DoubleFunction<Backdrop> sound, int... levels) {
    List<Scene> scenes = new ArrayList<>();
    for (int level : levels) {
      String name = "%s, %s".formatted(what, decibels(level));
      scenes.add(new Scene(name, WIDE, USUAL, sound.apply(level), LATER));
    }
    return scenes;
  }

  /** With a minus sign that is as wide as a digit. */
  private static String decibels(int level) {
    return "−%d dBFS".formatted(-level);
  }
}
