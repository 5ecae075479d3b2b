package dev.soundcheck.audio;

import java.time.Duration;
import java.util.Random;

/** Sounds made by rule: tones, and the noise of rooms. */
public final class Sounds {
  private Sounds() {}

  /** A tone of so many dBFS (rms), with its edges as sharp as the rate allows. */
  public static Pcm tone(double hertz, double level, Duration lasting, int rate) {
    short[] samples = new short[Pcm.samplesIn(lasting, rate)];
    double amplitude = 32_768 * Math.sqrt(2) * Math.pow(10, level / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clipped(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Pcm(samples, rate);
  }

  /** White noise of so many dBFS (rms). */
  public static Pcm whiteNoise(double level, Duration lasting, int rate, long seed) {
    Random random = new Random(seed);
    double[] noise = new double[Pcm.samplesIn(lasting, rate)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    return scaled(noise, level, rate);
  }

  /** Pink noise of so many dBFS (rms): white noise through poles an octave and a half apart. */
  public static Pcm pinkNoise(double level, Duration lasting, int rate, long seed) {
    Random random = new Random(seed);
    double[] corners = {20, 57, 160, 453, 1280, 3620, 10_240};
    double[] states = new double[corners.length];
    double[] noise = new double[Pcm.samplesIn(lasting, rate)];
    for (int i = -rate; i < noise.length; i++) {
      double white = random.nextGaussian();
      double sum = 0;
      for (int pole = 0; pole < corners.length; pole++) {
        double keep = Math.exp(-2 * Math.PI * corners[pole] / rate);
        states[pole] = keep * states[pole] + (1 - keep) * white;
        sum += states[pole] / Math.sqrt(corners[pole]);
      }
      noise[Math.max(0, i)] = sum;
    }
    return scaled(noise, level, rate);
  }

  /** Two sounds of the same rate at once, as long as the first. */
  public static Pcm mixed(Pcm sound, Pcm background) {
    short[] both = sound.samples().clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = clipped(both[i] + background.samples()[i]);
    }
    return new Pcm(both, sound.rate());
  }

  /** What is left of one sound when another of the same length is taken from it. */
  public static Pcm difference(Pcm sound, Pcm other) {
    short[] left = sound.samples().clone();
    for (int i = 0; i < left.length; i++) {
      left[i] = clipped(left[i] - other.samples()[i]);
    }
    return new Pcm(left, sound.rate());
  }

  /** The sound so many decibels louder. */
  public static Pcm louder(Pcm sound, double decibels) {
    short[] samples = sound.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clipped(samples[i] * Math.pow(10, decibels / 20));
    }
    return new Pcm(samples, sound.rate());
  }

  /** The sound between two silences of this length. */
  public static Pcm amidSilence(Pcm sound, Duration silence) {
    Pcm quiet = Pcm.silence(silence, sound.rate());
    return quiet.then(sound).then(quiet);
  }

  /** Such a course of amplitudes, brought to so many dBFS (rms). */
  public static Pcm scaled(double[] noise, double level, int rate) {
    double energy = 0;
    for (double sample : noise) {
      energy += sample * sample;
    }
    double gain = 32_768 * Math.pow(10, level / 20) / Math.sqrt(energy / noise.length);
    short[] samples = new short[noise.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clipped(noise[i] * gain);
    }
    return new Pcm(samples, rate);
  }

  private static short clipped(double sample) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(sample)));
  }
}
