package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;

/**
 * A picture of an excerpt: its waveform above, its spectrogram below up to half its rate, a mark
 * for every 100 ms at the top and for every kHz at the left, and a red line where the flaw is.
 */
public final class Picture {
  private static final int WIDTH = 960;
  private static final int WAVE = 200;
  private static final int SPECTRUM = 256;
  private static final int TICK = 6;
  private static final int PAPER = 0xFFFFFF;
  private static final int INK = 0x1F4E79;
  private static final int AXIS = 0x808080;
  private static final int FLAW = 0xD02020;

  /** From the quietest that is shown, in dB below the loudest. */
  private static final double RANGE = 70;

  private final Excerpt excerpt;
  private final int[][] pixels = new int[WAVE + SPECTRUM][WIDTH];

  private Picture(Excerpt excerpt) {
    this.excerpt = excerpt;
  }

  /** The picture as a PNG file. */
  public static byte[] png(Excerpt excerpt) {
    Picture picture = new Picture(excerpt);
    picture.wave();
    picture.spectrogram();
    picture.marks();
    return Png.of(picture.pixels);
  }

  private void wave() {
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < WAVE; y++) {
        pixels[y][x] = PAPER;
      }
      pixels[WAVE / 2][x] = AXIS;
      int from = sample(x);
      int to = Math.max(from + 1, sample(x + 1));
      int low = 0;
      int high = 0;
      for (int i = from; i < Math.min(to, sound().length()); i++) {
        low = Math.min(low, sound().samples()[i]);
        high = Math.max(high, sound().samples()[i]);
      }
      for (int y = height(high); y <= height(low); y++) {
        pixels[y][x] = INK;
      }
    }
  }

  private static int height(int sample) {
    return Math.min(WAVE - 1, (WAVE - 1) / 2 - sample * (WAVE - 1) / 2 / 32_768);
  }

  private void spectrogram() {
    Spectrum spectrum = new Spectrum(2 * SPECTRUM);
    double[][] columns = new double[WIDTH][];
    double loudest = 1;
    for (int x = 0; x < WIDTH; x++) {
      int from = Math.max(0, sample(x) - SPECTRUM);
      columns[x] = spectrum.of(sound().samples(), from);
      for (double power : columns[x]) {
        loudest = Math.max(loudest, power);
      }
    }
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < SPECTRUM; y++) {
        double below = 10 * Math.log10(loudest / Math.max(1e-9, columns[x][y]));
        pixels[WAVE + SPECTRUM - 1 - y][x] = heat(1 - Math.min(1, below / RANGE));
      }
    }
  }

  /** From black by blue and orange to white. */
  private static int heat(double share) {
    int red = (int) (255 * Math.min(1, Math.max(0, 2 * share - 0.5)));
    int green = (int) (255 * Math.max(0, 2 * share - 1));
    int blue = (int) (255 * Math.max(0, share < 0.5 ? share : 3 * share - 2));
    return red << 16 | green << 8 | Math.min(255, blue);
  }

  private void marks() {
    for (long tenth = 0; tenth * sound().rate() / 10 < sound().length(); tenth++) {
      column((int) (tenth * sound().rate() / 10), 0, TICK, AXIS);
    }
    for (int hertz = 1_000; hertz < sound().rate() / 2; hertz += 1_000) {
      int y = WAVE + SPECTRUM - 1 - (int) ((long) hertz * 2 * SPECTRUM / sound().rate());
      for (int x = 0; x < TICK; x++) {
        pixels[y][x] = PAPER;
      }
    }
    int flaw = Pcm.samplesIn(excerpt.before(), sound().rate());
    column(Math.min(flaw, Math.max(0, sound().length() - 1)), 0, WAVE + SPECTRUM, FLAW);
  }

  private void column(int sample, int from, int to, int colour) {
    int x = Math.min(WIDTH - 1, (int) ((long) sample * WIDTH / Math.max(1, sound().length())));
    for (int y = from; y < to; y++) {
      pixels[y][x] = colour;
    }
  }

  private int sample(int x) {
    return (int) ((long) x * sound().length() / WIDTH);
  }

  private Pcm sound() {
    return excerpt.sound();
  }
}
