package dev.soundcheck.listener;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.GroundTruth;
import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.HumanPrompts.Prompt;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Offers recordings of people to the listener among some of their own words, and among others'. */
final class Trial {
  private static final int MOST_WORDS = 12;
  private static final int MOST_OFFERED = 20;
  private static final Duration MARGIN = Duration.ofMillis(200);

  /** What comes of the sound before it is heard. */
  enum Way {
    WIDE("16 kHz"),
    TELEPHONE("8 kHz"),
    MU_LAW("8 kHz µ-law"),
    NOISE("16 kHz, noise 20 dB below");

    private final String shown;

    Way(String shown) {
      this.shown = shown;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /** A recording and its words. */
  record Spoken(String words, Prompt prompt) {}

  /** What came of a number of offers. */
  static final class Score {
    final List<Double> offered = new ArrayList<>();
    final List<Double> others = new ArrayList<>();
    int rejected;
    int confused;
    int accepted;
    double spoken;
    double taken;

    double rejects() {
      return (double) rejected / offered.size();
    }

    double confusions() {
      return (double) confused / offered.size();
    }

    double accepts() {
      return (double) accepted / others.size();
    }
  }

  private final SphinxListener listener = new SphinxListener();
  private final Way way;
  private final List<Spoken> all;

  Trial(Way way) {
    this.way = way;
    all = spoken(way == Way.WIDE || way == Way.NOISE);
  }

  private static List<Spoken> spoken(boolean wide) {
    Map<String, String> words = Words.byName();
    List<Prompt> prompts = wide ? HumanPrompts.wideband() : HumanPrompts.telephone();
    Set<List<List<String>>> seen = new HashSet<>();
    List<Spoken> spoken = new ArrayList<>();
    for (Prompt prompt : prompts) {
      String said = words.getOrDefault(prompt.name(), "");
      List<List<String>> ways = Wording.of(said);
      boolean fits = !said.isBlank() && ways.get(0).size() <= MOST_WORDS;
      if (fits && Wording.objection(said).isEmpty() && seen.add(ways)) {
        spoken.add(new Spoken(said, prompt));
      }
    }
    return spoken;
  }

  /** How many recordings there are, each with words of its own. */
  int recordings() {
    return all.size();
  }

  /**
   * Offers each of so many phrases, up to twenty, and so many recordings of others.
   *
   * @param seeds which phrases, one grammar for each
   */
  Score score(int phrases, int others, List<Integer> seeds) {
    Score score = new Score();
    for (int seed : seeds) {
      Random random = new Random(31L * seed + phrases);
      List<Spoken> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      List<String> grammar = shuffled.subList(0, phrases).stream().map(Spoken::words).toList();
      for (Spoken one : shuffled.subList(0, Math.min(phrases, MOST_OFFERED))) {
        offer(one, grammar, score);
      }
      for (Spoken one : shuffled.subList(phrases, Math.min(all.size(), phrases + others))) {
        other(one, grammar, score);
      }
    }
    return score;
  }

  private void offer(Spoken one, List<String> grammar, Score score) {
    Optional<Guess> guess = guess(one, grammar, score);
    boolean right = guess.filter(it -> it.phrase().equals(one.words())).isPresent();
    score.offered.add(right ? guess.orElseThrow().margin() : Double.NEGATIVE_INFINITY);
    if (guess.filter(Guess::sure).isEmpty()) {
      score.rejected++;
    } else if (!right) {
      score.confused++;
    }
  }

  private void other(Spoken one, List<String> grammar, Score score) {
    Optional<Guess> guess = guess(one, grammar, score);
    score.others.add(guess.map(Guess::margin).orElse(Double.NEGATIVE_INFINITY));
    if (guess.filter(Guess::sure).isPresent()) {
      score.accepted++;
    }
  }

  private Optional<Guess> guess(Spoken one, List<String> grammar, Score score) {
    Pcm sound = heard(one);
    long began = System.nanoTime();
    Optional<Guess> guess = listener.guess(sound, grammar);
    score.taken += (System.nanoTime() - began) / 1e9;
    score.spoken += sound.duration().toNanos() / 1e9;
    return guess;
  }

  private Pcm heard(Spoken one) {
    Pcm sound = Sounds.amidSilence(one.prompt().sound(), MARGIN);
    return switch (way) {
      case WIDE, TELEPHONE -> sound;
      case MU_LAW -> lawful(sound);
      case NOISE -> noisy(sound);
    };
  }

  private static Pcm lawful(Pcm sound) {
    AudioFormat law = new AudioFormat(AudioFormat.Encoding.PCMU, 8_000);
    return law.decoder().decode(law.encode(Resampler.resample(sound, 8_000)));
  }

  private static Pcm noisy(Pcm sound) {
    double level = GroundTruth.of(sound).level();
    Pcm noise =
        Sounds.pinkNoise(level - 20, sound.duration().plusMillis(10), sound.rate(), sound.length());
    return Sounds.mixed(sound, noise);
  }
}
