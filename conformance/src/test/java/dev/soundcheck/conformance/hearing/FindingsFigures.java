package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How often each mistake with sound is heard, and how often one is heard that is none: recordings
 * of people put through each, as answers of a server in 24 kHz PCM unless told otherwise.
 */
final class FindingsFigures {
  private static final int[] RATES = {8_000, 16_000, 24_000, 48_000};
  private static final int NEXT = 300;
  private static final int MUSIC_SECONDS = 8;
  private static final int MUSIC_PIECES = 40;

  private final List<Pcm> prompts;

  /**
   * Of so many prompts only every so manieth is taken.
   *
   * @param every 1 for all of them
   */
  FindingsFigures(int every) {
    prompts = new ArrayList<>();
    List<HumanPrompts.Prompt> all =
        Stream.of(HumanPrompts.telephone(), HumanPrompts.wideband(), HumanPrompts.studio())
            .flatMap(List::stream)
            .toList();
    for (int i = 0; i < all.size(); i += every) {
      prompts.add(all.get(i).sound());
    }
  }

  /** How many of them had a finding. */
  record Share(int heard, int of) {
    @Override
    public String toString() {
      return of == 0 ? "-" : "%d of %d".formatted(heard, of);
    }
  }

  /** All findings, by their id, in sound that has none: as answers in each format. */
  Map<String, Integer> falseAlarms(AudioFormat format) {
    Map<String, Integer> found = new TreeMap<>();
    for (Pcm prompt : prompts) {
      for (Flaw flaw : heard(format, format.encode(prompt))) {
        found.merge(flaw.kind().id(), 1, Integer::sum);
      }
    }
    return found;
  }

  /** Sound written in one way and declared as another. */
  Share spelled(Spelling really, AudioFormat declared) {
    return share(
        prompts,
        prompt ->
            has(
                heard(declared, Spelled.as(really, Resampler.resample(prompt, declared.rate()))),
                FlawKind.SPELLING));
  }

  /** Five seconds of speech at least, of one rate and declared as another. */
  Share sped(int really, int declared) {
    AudioFormat format = new AudioFormat(Encoding.PCM, declared);
    return share(
        talks(),
        talk ->
            has(heard(format, Resampler.resample(talk, really).littleEndian()), FlawKind.SPEED));
  }

  /** Speech that is changed. */
  Share changed(FlawKind kind, UnaryOperator<Pcm> change) {
    return share(
        prompts,
        prompt ->
            has(
                heard(
                    AudioFormat.DEFAULT,
                    change.apply(Resampler.resample(prompt, 24_000)).littleEndian()),
                kind));
  }

  /** Music on hold, eight seconds at a time, and any finding in it about format and rate. */
  static Share music(Path folder) {
    List<Pcm> pieces = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".wav")).sorted().toList()) {
        Pcm music = Wav.read(file);
        int piece = MUSIC_SECONDS * music.rate();
        for (int i = 0; i < MUSIC_PIECES && (i + 1) * piece <= music.length(); i++) {
          pieces.add(music.slice(i * piece, (i + 1) * piece));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return share(
        pieces,
        piece -> {
          List<Flaw> flaws =
              heard(new AudioFormat(Encoding.PCM, piece.rate()), piece.littleEndian());
          return has(flaws, FlawKind.SPELLING) || has(flaws, FlawKind.SPEED);
        });
  }

  /** Cut where it is loud, by a seed: what comes after stays, or what comes before. */
  static UnaryOperator<Pcm> cut(boolean start) {
    Random random = new Random(5);
    return sound -> {
      int place = loud(sound, random);
      return start ? sound.slice(place, sound.length()) : sound.slice(0, place);
    };
  }

  private static int loud(Pcm sound, Random random) {
    double level = Levels.of(sound).rms();
    int frame = sound.rate() / 100;
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int place = sound.length() / 4 + random.nextInt(Math.max(1, sound.length() / 2));
      int end = Math.min(sound.length(), place + frame);
      if (Loudness.of(sound.samples(), place, end) > level - 6) {
        return place;
      }
    }
    return sound.length() / 2;
  }

  /** Prompts after each other, with pauses, until they last five seconds. */
  private List<Pcm> talks() {
    List<Pcm> talks = new ArrayList<>();
    int rate = 0;
    for (Pcm prompt : prompts) {
      boolean goesOn =
          !talks.isEmpty()
              && prompt.rate() == rate
              && talks.get(talks.size() - 1).duration().toSeconds() < 5;
      rate = prompt.rate();
      if (goesOn) {
        Pcm pause = Pcm.silence(Duration.ofMillis(NEXT), rate);
        talks.set(talks.size() - 1, talks.get(talks.size() - 1).then(pause).then(prompt));
      } else {
        talks.add(prompt);
      }
    }
    talks.removeIf(talk -> talk.duration().toSeconds() < 5);
    return talks;
  }

  private static Share share(List<Pcm> sounds, Predicate<Pcm> heard) {
    return new Share((int) sounds.stream().filter(heard).count(), sounds.size());
  }

  private static boolean has(List<Flaw> flaws, FlawKind kind) {
    return flaws.stream().anyMatch(flaw -> flaw.kind() == kind);
  }

  static List<Flaw> heard(AudioFormat format, byte[] bytes) {
    return new Played()
        .formats(AudioFormat.DEFAULT, format)
        .answer(0, "r", bytes, format.rate() * Math.max(1, format.bytesPerSample()))
        .flaws();
  }

  /**
   * The section of docs/listening.md. The arguments are a folder of music on hold, and of how many
   * prompts one is taken; a third is where the pictures go.
   */
  public static void main(String[] args) {
    HumanPrompts.require();
    SpokenVoice.warmUp();
    FindingsFigures all = new FindingsFigures(Integer.parseInt(args[1]));
    System.out.printf(
        "What `soundcheck verify` hears in %d prompts of people (one of %s of all), each an answer of a"
            + " server.%nWhat the findings mean stands in [audio-findings.md](audio-findings.md).%n%n",
        all.prompts.size(), args[1]);
    falseAlarms(all);
    System.out.printf(
        "Music on hold, %d s at a time, taken for another format or rate: %s.%n%n",
        MUSIC_SECONDS, music(Path.of(args[0])));
    spellings(all);
    speeds(all);
    changes(all);
    if (args.length > 2) {
      pictures(Resampler.resample(all.prompts.get(0), 8_000), Path.of(args[2]));
    }
  }

  /** What a person would rather look at. */
  private static void pictures(Pcm prompt, Path folder) {
    AudioFormat law = new AudioFormat(Encoding.PCMA, 8_000);
    picture(
        folder.resolve("finding-format.png"),
        heard(law, Spelled.as(Spelling.MU_LAW, prompt)),
        FlawKind.SPELLING);
    System.out.printf(
        "%nMu-law that was declared as A-law, as `verify --snippets` shows it: the waveform, below it"
            + " the spectrogram up to half the rate.%n%n![Mu-law played as A-law](pictures/finding-format.png)%n");
  }

  private static void picture(Path file, List<Flaw> flaws, FlawKind kind) {
    for (Flaw flaw : flaws) {
      if (flaw.kind() == kind) {
        try {
          Files.write(file, Picture.png(flaw.excerpt().orElseThrow()));
        } catch (IOException unwritable) {
          throw new UncheckedIOException(unwritable);
        }
      }
    }
  }

  private static void falseAlarms(FindingsFigures all) {
    System.out.printf(
        "Findings in sound that is as declared:%n%n| format | findings |%n|---|---|%n");
    for (AudioFormat format :
        List.of(
            new AudioFormat(Encoding.PCM, 8_000),
            new AudioFormat(Encoding.PCM, 16_000),
            AudioFormat.DEFAULT,
            new AudioFormat(Encoding.PCM, 48_000),
            new AudioFormat(Encoding.PCMU, 8_000),
            new AudioFormat(Encoding.PCMA, 8_000))) {
      Map<String, Integer> found = all.falseAlarms(format);
      System.out.printf(
          "| %s %d | %s |%n",
          format.encoding().wire(), format.rate(), found.isEmpty() ? "none" : found);
    }
    System.out.println();
  }

  private static void spellings(FindingsFigures all) {
    System.out.printf(
        "Heard, of sound that is really in the format of the row and declared as that of the"
            + " column:%n%n| really | audio/pcm 24000 | audio/pcmu | audio/pcma |%n|---|---|---|---|%n");
    for (Spelling really : Spelling.values()) {
      System.out.printf("| %s |", really.words());
      for (AudioFormat declared :
          List.of(
              AudioFormat.DEFAULT,
              new AudioFormat(Encoding.PCMU, 8_000),
              new AudioFormat(Encoding.PCMA, 8_000))) {
        boolean right = Spelling.of(declared.encoding()).filter(really::equals).isPresent();
        System.out.printf(" %s |", right ? "" : all.spelled(really, declared));
      }
      System.out.println();
    }
    System.out.println();
  }

  private static void speeds(FindingsFigures all) {
    System.out.printf(
        "Heard, of talks of at least 5 s that really have the rate of the row and are declared with"
            + " that of the column; on the diagonal nothing is to be heard:%n%n| really |");
    for (int declared : RATES) {
      System.out.printf(" %d |", declared);
    }
    System.out.printf("%n|---|---|---|---|---|%n");
    for (int really : RATES) {
      System.out.printf("| %d |", really);
      for (int declared : RATES) {
        System.out.printf(" %s |", all.sped(really, declared));
      }
      System.out.println();
    }
    System.out.println();
  }

  private static void changes(FindingsFigures all) {
    System.out.printf("Heard, of prompts that were changed:%n%n| change | heard |%n|---|---|%n");
    System.out.printf(
        "| the beginning cut off where it is loud | %s |%n",
        all.changed(FlawKind.CUT_START, cut(true)));
    System.out.printf(
        "| the end cut off where it is loud | %s |%n", all.changed(FlawKind.CUT_END, cut(false)));
    for (int decibels : new int[] {0, 6, 12, 18}) {
      System.out.printf(
          "| its peak %d dB above full scale | %s |%n",
          decibels,
          all.changed(
              FlawKind.CLIPPING,
              sound -> Sounds.louder(sound, decibels - Levels.of(sound).peak())));
    }
  }
}
