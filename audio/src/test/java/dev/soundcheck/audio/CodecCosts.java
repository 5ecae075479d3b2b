package dev.soundcheck.audio;

import dev.soundcheck.audio.AudioFormat.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What codecs and rates cost on this machine, by the clock: figures for people, no test. */
final class CodecCosts {
  private static final int SECONDS = 20;
  private static final int ROUNDS = 5;

  /** What is timed. */
  private interface Deed {
    int once();
  }

  private final List<String> lines = new ArrayList<>();
  private final Pcm sound;
  private int made;

  private CodecCosts() {
    Pcm speech = SpokenVoice.embedded().speak("The quick brown fox jumps over the lazy dog.");
    Pcm all = speech;
    while (all.duration().toSeconds() < SECONDS) {
      all = all.then(speech);
    }
    sound = Resampler.resample(all, 24_000).slice(0, SECONDS * 24_000);
  }

  /** A table of all. */
  static List<String> table() {
    CodecCosts costs = new CodecCosts();
    costs.lines.add("| what | share of one core, in real time |");
    costs.lines.add("|---|---|");
    costs.formats();
    costs.rates();
    return costs.lines;
  }

  private void formats() {
    AudioFormat opus = new AudioFormat(Encoding.OPUS, 24_000);
    List<byte[]> packets = OpusPackets.of(sound);
    time("Opus, encoding", () -> OpusPackets.of(sound).size());
    time("Opus, decoding", () -> decode(opus.decoder(), packets));
    Pcm narrow = Resampler.resample(sound, 8_000);
    byte[] codes = G711.MU.encode(narrow.samples());
    time("G.711, encoding", () -> G711.MU.encode(narrow.samples()).length);
    time("G.711, decoding", () -> G711.MU.decode(codes).length);
  }

  private static int decode(SoundDecoder decoder, List<byte[]> packets) {
    return packets.stream().mapToInt(packet -> decoder.decode(packet).length()).sum();
  }

  private void rates() {
    for (int[] pair :
        new int[][] {
          {8_000, 24_000}, {24_000, 8_000}, {44_100, 24_000}, {24_000, 48_000}, {48_000, 21_050}
        }) {
      Pcm from = Resampler.resample(sound, pair[0]);
      time(
          "%d to %d Hz".formatted(pair[0], pair[1]),
          () -> Resampler.resample(from, pair[1]).length());
    }
  }

  /** The best of some rounds, after one to warm up. */
  private void time(String what, Deed deed) {
    made += deed.once();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      made += deed.once();
      best = Math.min(best, System.nanoTime() - before);
    }
    double share = best / 1e9 / SECONDS * 100;
    lines.add(String.format(Locale.ROOT, "| %s | %.4f %% |", what, made == 0 ? 0 : share));
  }
}
