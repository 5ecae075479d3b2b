package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.HumanPrompts.Prompt;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.listening.Scene.Take;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well each detector heard prompts in one scene, by the detector's name. */
record Measured(Scene scene, Map<String, Tally> tallies) {
  static final String HEADING =
      """
      | heard | by | missed | split | false turns | begin: median, 95 % | end: median, 95 % | both within 100 ms | noticed after |
      |---|---|---:|---:|---:|---:|---:|---:|---:|
      """;

  static Measured of(Scene scene, List<Prompt> prompts, Detectors detectors) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    long seed = 0;
    for (Prompt prompt : prompts) {
      Take take = scene.take(Backdrop.Loaded.prompt(prompt, scene.format().rate()), seed++);
      Map<String, List<Edge>> heard = detectors.hear(take.sound(), take.silence());
      heard.forEach(
          (name, edges) ->
              tallies
                  .computeIfAbsent(name, first -> new Tally())
                  .add(take.truth(), edges, take.sound().duration()));
    }
    return new Measured(scene, tallies);
  }

  /** Of the only detector. */
  Tally tally() {
    return tallies.values().iterator().next();
  }

  /** A row of a Markdown table for each detector. */
  String rows() {
    StringBuilder rows = new StringBuilder();
    String first = scene.name();
    for (Map.Entry<String, Tally> one : tallies.entrySet()) {
      rows.append(row(first, one.getKey(), one.getValue()));
      first = "";
    }
    return rows.toString();
  }

  private static String row(String scene, String detector, Tally tally) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %d, %d ms | %d, %d ms | %.1f %% | %d ms |%n",
        scene,
        detector,
        tally.missed(),
        tally.split(),
        tally.falseTurns(),
        tally.start(0.5),
        tally.start(0.95),
        tally.end(0.5),
        tally.end(0.95),
        100 * tally.within(),
        tally.noticed(0.5));
  }
}
