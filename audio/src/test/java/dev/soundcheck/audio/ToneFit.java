package dev.soundcheck.audio;

/** Measures one tone in a sound, and what remains without it, by least squares. */
final class ToneFit {
  private ToneFit() {}

  /** The tone's level in dBFS. */
  static double level(Pcm sound, double hertz) {
    double[] fit = fit(sound, hertz);
    return Levels.decibels(Math.hypot(fit[0], fit[1]) / Math.sqrt(2) / 32_768);
  }

  /** The level in dBFS of everything else. */
  static double rest(Pcm sound, double hertz) {
    double[] fit = fit(sound, hertz);
    double energy = 0;
    for (int i = 0; i < sound.length(); i++) {
      double phase = 2 * Math.PI * hertz * i / sound.rate();
      double left = sound.samples()[i] - fit[0] * Math.cos(phase) - fit[1] * Math.sin(phase);
      energy += left * left;
    }
    return Levels.decibels(Math.sqrt(energy / sound.length()) / 32_768);
  }

  private static double[] fit(Pcm sound, double hertz) {
    double cc = 0;
    double ss = 0;
    double cs = 0;
    double xc = 0;
    double xs = 0;
    for (int i = 0; i < sound.length(); i++) {
      double phase = 2 * Math.PI * hertz * i / sound.rate();
      double c = Math.cos(phase);
      double s = Math.sin(phase);
      cc += c * c;
      ss += s * s;
      cs += c * s;
      xc += sound.samples()[i] * c;
      xs += sound.samples()[i] * s;
    }
    double determinant = cc * ss - cs * cs;
    return new double[] {(xc * ss - xs * cs) / determinant, (xs * cc - xc * cs) / determinant};
  }
}
