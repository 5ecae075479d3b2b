package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What else is heard while somebody speaks: at least as long as asked for, in so many dBFS. */
interface Backdrop {
  Backdrop NOTHING = (lasting, rate, seed) -> Pcm.silence(lasting, rate);

  Pcm of(Duration lasting, int rate, long seed);

  static Backdrop white(double level) {
    return (lasting, rate, seed) -> Sounds.whiteNoise(level, lasting, rate, seed);
  }

  static Backdrop pink(double level) {
    return (lasting, rate, seed) -> Sounds.pinkNoise(level, lasting, rate, seed);
  }

  /** An office: rumble that falls with 6 dB an octave, and the hum of the mains. */
  static Backdrop room(double level) {
    return (lasting, rate, seed) -> {
      Random random = new Random(seed);
      double[] sound = new double[Pcm.samplesIn(lasting, rate)];
      double slow = 0;
      double keep = Math.exp(-2 * Math.PI * 150 / rate);
      for (int i = 0; i < sound.length; i++) {
        slow = keep * slow + (1 - keep) * random.nextGaussian();
        double turn = 2 * Math.PI * 50 * i / rate;
        sound[i] = 8 * slow + 0.5 * Math.sin(2 * turn) + 0.25 * Math.sin(3 * turn);
      }
      return Sounds.scaled(sound, level, rate);
    };
  }

  /** Eight prompts at a time, over and over: people at other tables. */
  static Backdrop babble(double level) {
    return (lasting, rate, seed) -> {
      Random random = new Random(seed);
      List<HumanPrompts.Prompt> prompts = HumanPrompts.wideband();
      double[] sound = new double[Pcm.samplesIn(lasting, rate)];
      for (int talker = 0; talker < 8; talker++) {
        int at = 0;
        while (at < sound.length) {
          Pcm words = Loaded.prompt(prompts.get(random.nextInt(prompts.size())), rate);
          double gain = 1 / Math.pow(10, Levels.of(words).rms() / 20);
          for (int i = 0; i < words.length() && at < sound.length; i++, at++) {
            sound[at] += gain * words.samples()[i];
          }
        }
      }
      return Sounds.scaled(sound, level, rate);
    };
  }

  /** Music on hold. */
  static Backdrop music(double level) {
    return (lasting, rate, seed) -> {
      Random random = new Random(seed);
      List<HumanPrompts.Prompt> all = HumanPrompts.music();
      Pcm piece = Loaded.prompt(all.get(random.nextInt(all.size())), rate);
      int length = Pcm.samplesIn(lasting, rate);
      int from = random.nextInt(piece.length() - length);
      double[] sound = new double[length];
      for (int i = 0; i < length; i++) {
        sound[i] = piece.samples()[from + i];
      }
      return Sounds.scaled(sound, level, rate);
    };
  }

  /** This until so long before its end, and silence from there. */
  default Backdrop until(Duration before) {
    return (lasting, rate, seed) -> {
      Pcm sound = of(lasting, rate, seed);
      int end = Math.min(sound.length(), Pcm.samplesIn(before, rate));
      return sound.slice(0, end).then(new Pcm(new short[sound.length() - end], rate));
    };
  }

  /** Recordings once read and resampled. */
  final class Loaded {
    private static final Map<String, Pcm> KNOWN = new ConcurrentHashMap<>();

    private Loaded() {}

    static Pcm prompt(HumanPrompts.Prompt prompt, int rate) {
      return KNOWN.computeIfAbsent(
          prompt.file() + " " + rate, unknown -> Resampler.resample(prompt.sound(), rate));
    }
  }
}
