package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.GroundTruth;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A waveform with the turns that each detector heard in it below, and shaded where speech really
 * is; an SVG.
 */
final class Picture {
  private static final int WIDTH = 1000;
  private static final int LEFT = 90;
  private static final int WAVE = 180;
  private static final int TOP = 34;
  private static final int ROW = 26;
  private static final List<String> COLOURS = List.of("#1a7f37", "#9a6700", "#8250df");

  private final Pcm sound;
  private final StringBuilder svg = new StringBuilder();

  private Picture(Pcm sound) {
    this.sound = sound;
  }

  static String of(String title, Scene.Take take, Map<String, List<Edge>> heard) {
    return new Picture(take.sound()).drawn(title, take.truth(), heard);
  }

  private String drawn(String title, GroundTruth truth, Map<String, List<Edge>> heard) {
    int bottom = TOP + WAVE + ROW * heard.size();
    add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'", WIDTH, bottom + 34);
    add(
        " font-family='sans-serif' font-size='13'><rect width='100%%' height='100%%' fill='white'/>");
    add("<text x='%d' y='20' font-size='15'>%s</text>", LEFT, title);
    double from = x(truth.start());
    double wide = x(truth.end()) - from;
    add(
        "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#ddf4ff'/>",
        from, TOP, wide, bottom - TOP);
    wave();
    int row = 0;
    for (Map.Entry<String, List<Edge>> one : heard.entrySet()) {
      turns(one.getKey(), one.getValue(), row++);
    }
    seconds(bottom);
    return add("</svg>").svg.toString();
  }

  private void wave() {
    double middle = TOP + WAVE / 2.0;
    int loudest = 1;
    for (short sample : sound.samples()) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    add("<path stroke='#57606a' fill='none' d='");
    int columns = WIDTH - LEFT - 10;
    for (int column = 0; column < columns; column++) {
      int begin = (int) ((long) column * sound.length() / columns);
      int end = (int) ((column + 1L) * sound.length() / columns);
      double high = 0;
      for (int i = begin; i < end; i++) {
        high = Math.max(high, Math.abs(sound.samples()[i]));
      }
      double half = Math.max(0.4, high / loudest * (WAVE / 2.0 - 6));
      add("M%d %.1fV%.1f", LEFT + column, middle - half, middle + half);
    }
    add("'/>");
  }

  private void turns(String name, List<Edge> edges, int row) {
    int y = TOP + WAVE + ROW * row;
    String colour = COLOURS.get(row % COLOURS.size());
    add("<text x='8' y='%d' fill='%s'>%s</text>", y + 17, colour, name);
    for (int i = 0; i < edges.size(); i++) {
      if (edges.get(i).kind() == Kind.STARTED) {
        Duration to = i + 1 < edges.size() ? edges.get(i + 1).at() : sound.duration();
        double from = x(edges.get(i).at());
        add(
            "<rect x='%.1f' y='%d' width='%.1f' height='14' fill='%s'/>",
            from, y + 6, x(to) - from, colour);
      }
    }
  }

  private void seconds(int y) {
    for (int second = 0; second <= sound.duration().toSeconds(); second++) {
      double x = x(Duration.ofSeconds(second));
      add("<path stroke='#d0d7de' d='M%.1f %dV%d'/>", x, y, y + 6);
      add(
          "<text x='%.1f' y='%d' text-anchor='middle' fill='#57606a'>%d s</text>",
          x, y + 22, second);
    }
  }

  private double x(Duration time) {
    double share = (double) time.toNanos() / sound.duration().toNanos();
    return LEFT + share * (WIDTH - LEFT - 10);
  }

  private Picture add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
    return this;
  }
}
