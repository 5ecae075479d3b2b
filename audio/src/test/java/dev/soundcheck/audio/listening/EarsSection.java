package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.HumanPrompts.Prompt;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.listening.Scene.Take;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the figures about the detector as Markdown, and draws what it and the others heard in a
 * few places. Run by audio/listening/sections/ears.
 */
final class EarsSection {
  /** "Please enter the conference pin number." */
  private static final String PICTURED = "conf-getpin";

  /** The pictures' files, and the scenes they show. */
  private static final Map<String, String> PICTURES =
      new TreeMap<>(
          Map.of(
              "ears-soft.svg", "−40 dBFS, µ-law 8 kHz",
              "ears-noise.svg", "pink noise, −40 dBFS",
              "ears-babble.svg", "babble, −45 dBFS",
              "ears-music.svg", "music under it, −45 dBFS"));

  private EarsSection() {}

  private static String introduction(int prompts) {
    return """
      How well the detector finds turns in %d recordings of people, beside WebRTC's detector (mode 2) and Silero's (version 6) on the same sound.
      A prompt is one turn; where it begins and ends is where its own recording, without any backdrop, comes within 36 dB of its level and falls below it for good.
      Missed are prompts without a turn, split those with several; false turns touch no prompt, and an edge that lies in a backdrop counts as an error of that edge.
      What is heard beside the voice begins six seconds before it, from the first sample of the stream on; in silence it is two.
      WebRTC's frames begin a turn when three in a row are speech, Silero's when one is surer than 0.5, and they prolong it while surer than 0.35; both hear 16 kHz.
      The threshold is the documented 0.85, and `silence_duration_ms` is 300 ms more than the longest pause of the prompt.

      Green is what ours heard, blue where the prompt is:

      """
        .formatted(prompts);
  }

  /**
   * Arguments: the folder for pictures, of how many prompts one is taken, the program that asks
   * other detectors with its arguments.
   */
  public static void main(String[] arguments) throws IOException {
    HumanPrompts.require();
    List<String> all = List.of(arguments);
    Path pictures = Path.of(all.get(0));
    List<Prompt> prompts = everyNth(Integer.parseInt(all.get(1)));
    try (OtherDetectors detectors = new OtherDetectors(all.subList(2, all.size()))) {
      System.out.print(introduction(prompts.size()));
      PICTURES.forEach((file, scene) -> System.out.printf("![%s](pictures/%s)%n", scene, file));
      System.out.println();
      for (Scenes.Table table : Scenes.all()) {
        System.out.printf("### %s%n%n%s", table.title(), Measured.HEADING);
        for (Scene scene : table.rows()) {
          System.out.print(Measured.of(scene, prompts, detectors).rows());
          System.out.flush();
        }
        System.out.println();
      }
      draw(pictures, detectors);
    }
    System.out.printf("### What it costs%n%n%s", cost());
  }

  private static List<Prompt> everyNth(int n) {
    List<Prompt> all = HumanPrompts.wideband();
    List<Prompt> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += n) {
      some.add(all.get(i));
    }
    return some;
  }

  private static void draw(Path folder, Detectors detectors) throws IOException {
    Files.createDirectories(folder);
    Prompt prompt = pictured();
    for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
      Scene scene = Scenes.named(List.of(picture.getValue())).get(0);
      Take take = scene.take(prompt.sound(), 1);
      String title = "“%s”: %s".formatted(prompt.name(), scene.name());
      String svg = Picture.of(title, take, detectors.hear(take.sound(), take.silence()));
      Files.writeString(folder.resolve(picture.getKey()), svg, StandardCharsets.UTF_8);
    }
  }

  private static Prompt pictured() {
    return HumanPrompts.wideband().stream()
        .filter(prompt -> prompt.name().equals(PICTURED))
        .findFirst()
        .orElseThrow();
  }

  private static String cost() {
    Pcm speech = new Pcm(new short[0], 16_000);
    for (Prompt prompt : everyNth(20)) {
      speech = speech.then(prompt.sound());
    }
    List<Pcm> byRate = new ArrayList<>();
    for (int rate : new int[] {8_000, 16_000, 24_000, 48_000}) {
      byRate.add(Resampler.resample(speech, rate));
    }
    return Cost.table(everyNth(20).get(0).sound(), byRate);
  }
}
