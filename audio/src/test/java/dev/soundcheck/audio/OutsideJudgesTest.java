package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 5, point 3: sox, opusdec and ffmpeg as outside judges. What they said is written to
 * target/codecs.md, which audio/listening/sections/codecs prints.
 */
@Tag("outside-judges")
class OutsideJudgesTest {
  private static final AudioFormat OPUS = new AudioFormat(Encoding.OPUS, 24_000);

  /** The encoder's look-ahead, 6.5 ms (libraries.md section 4), at 48 kHz. */
  private static final int LOOK_AHEAD = 312;

  private static final String RAW = "-r 8000 -c 1";
  private static final Map<String, String> ROWS = new TreeMap<>();

  @TempDir Path folder;
  private OutsideJudge judge;

  @BeforeAll
  static void programs_are_installed() {
    OutsideJudge.require();
  }

  @AfterAll
  static void is_written_down() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| judge | what | found |");
    lines.add("|---|---|---|");
    ROWS.forEach((what, found) -> lines.add("| %s | %s |".formatted(what, found)));
    lines.add("");
    lines.addAll(CodecCosts.table());
    Files.write(Path.of("target", "codecs.md"), lines);
  }

  @BeforeEach
  void judged() {
    judge = new OutsideJudge(folder);
  }

  private static void row(String who, String what, String found, Object... values) {
    ROWS.put(who + " | " + what, String.format(Locale.ROOT, found, values));
  }

  private static Pcm speech() {
    Pcm words = SpokenVoice.embedded().speak("The quick brown fox jumps over the lazy dog.");
    return Resampler.resample(words, 24_000);
  }

  @Test
  void our_packets_are_decoded_by_others() throws IOException {
    Pcm speech = speech();
    List<byte[]> packets = OpusPackets.of(speech);
    judge.holds("ours.opus", OggOpus.file(packets, LOOK_AHEAD, 2L * speech.length()));
    Pcm here = decoded(packets);
    assertThat(judge.runs("opusdec --quiet --rate 24000 --no-dither ours.opus opusdec.wav"))
        .isEmpty();
    assertThat(
            judge.runs(
                "ffmpeg -v error -c:a opus -i ours.opus -ar 24000 -c:a pcm_s16le ffmpeg.wav"))
        .isEmpty();
    for (String other : List.of("opusdec", "ffmpeg")) {
      Pcm theirs = Wav.read(judge.file(other + ".wav"));
      double toSound = Alignment.best(speech, theirs).decibels();
      double ours = Alignment.best(speech, here).decibels();
      double toOurs = Alignment.best(theirs, here).decibels();
      row(
          other,
          "our Opus packets (speech, 64 kbit/s, in an Ogg file)",
          "decoded without complaint, %d of %d samples; %.1f dB to the sound (our decoder %.1f dB), %.1f dB to our decoder",
          theirs.length(),
          speech.length(),
          toSound,
          ours,
          toOurs);
      assertThat(Math.abs(theirs.length() - speech.length())).isLessThanOrEqualTo(2);
      assertThat(toSound).isGreaterThan(20);
      assertThat(toOurs).isGreaterThan(35);
    }
  }

  /** Every mode of RFC 6716 section 3.1: SILK, hybrid and CELT; every frame size; stereo too. */
  @ParameterizedTest
  @CsvSource({
    "--speech --bitrate 8 --framesize 60, 1",
    "--speech --bitrate 12 --framesize 20, 1",
    "--speech --bitrate 16 --framesize 40, 1",
    "--speech --bitrate 24 --framesize 20, 1",
    "--speech --bitrate 32 --framesize 10, 1",
    "--music --bitrate 64 --framesize 20, 1",
    "--music --bitrate 64 --framesize 10, 1",
    "--music --bitrate 96 --framesize 5, 1",
    "--music --bitrate 128 --framesize 2.5, 1",
    "--hard-cbr --bitrate 64 --framesize 20, 1",
    "--bitrate 64 --framesize 60, 1",
    "--bitrate 96 --framesize 20, 2"
  })
  void their_packets_are_decoded_by_us(String options, int channels) throws IOException {
    Pcm speech = speech();
    Wav.write(judge.file("mono.wav"), speech);
    judge.runs("sox -V1 -D mono.wav -c %d in.wav".formatted(channels));
    judge.runs("opusenc --quiet %s in.wav theirs.opus".formatted(options));
    judge.runs("opusdec --quiet --rate 24000 --no-dither theirs.opus stereo.wav");
    List<byte[]> packets = OggOpus.packets(judge.bytes("theirs.opus"));
    double agreed = Alignment.best(Wav.read(judge.file("stereo.wav")), decoded(packets)).decibels();
    row(
        "opusenc",
        "its packets `%s`%s, configurations %s"
            .formatted(options, channels == 2 ? ", stereo" : "", configurations(packets)),
        "%d packets, all decoded; %.1f dB to opusdec",
        packets.size(),
        agreed);
    assertThat(agreed).isGreaterThan(30);
  }

  private static List<Integer> configurations(List<byte[]> packets) {
    return packets.stream().map(one -> (one[0] & 0xFF) >> 3).distinct().sorted().toList();
  }

  private static Pcm decoded(List<byte[]> packets) {
    SoundDecoder decoder = OPUS.decoder();
    Pcm sound = new Pcm(new short[0], 24_000);
    for (byte[] packet : packets) {
      sound = sound.then(decoder.decode(packet));
    }
    return sound;
  }

  @ParameterizedTest
  @CsvSource({"u-law, mulaw", "a-law, alaw"})
  void all_codes_are_the_samples_of_others(String sox, String ffmpeg) throws IOException {
    G711 ours = sox.equals("u-law") ? G711.MU : G711.A;
    byte[] codes = new byte[256];
    for (int i = 0; i < 256; i++) {
      codes[i] = (byte) i;
    }
    judge.holds("codes.raw", codes);
    judge.runs(
        "sox -V1 -D -t raw %s -e %s -b 8 codes.raw -t raw -e signed -b 16 sox.raw"
            .formatted(RAW, sox));
    judge.runs(
        "ffmpeg -v error -f %s -ar 8000 -ac 1 -i codes.raw -f s16le ffmpeg.raw".formatted(ffmpeg));
    byte[] samples = new Pcm(ours.decode(codes), 8_000).littleEndian();
    assertThat(judge.bytes("sox.raw")).isEqualTo(samples);
    assertThat(judge.bytes("ffmpeg.raw")).isEqualTo(samples);
    row("sox, ffmpeg", "all 256 %s codes to samples".formatted(sox), "equal, bit for bit");
  }

  /**
   * G.711 gives the codes of 14 and 13 bits; how 16 bits become so many is each program's own
   * affair. We cut, as the reference software does; sox rounds. So only samples next to a decision
   * value may differ.
   */
  @ParameterizedTest
  @CsvSource({"u-law, 4", "a-law, 8"})
  void all_samples_have_the_codes_of_sox(String sox, int bit) throws IOException {
    G711 ours = sox.equals("u-law") ? G711.MU : G711.A;
    short[] ramp = new short[1 << 16];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (Short.MIN_VALUE + i);
    }
    judge.holds("ramp.raw", new Pcm(ramp, 8_000).littleEndian());
    judge.runs(
        "sox -V1 -D -t raw %s -e signed -b 16 ramp.raw -t raw -e %s -b 8 sox.raw"
            .formatted(RAW, sox));
    byte[] codes = ours.encode(ramp);
    byte[] theirs = judge.bytes("sox.raw");
    int different = 0;
    for (int i = 0; i < ramp.length; i++) {
      if (theirs[i] != codes[i]) {
        different++;
        assertThat(sameWithin(ours, ramp[i], theirs[i], bit)).as("sample %d", ramp[i]).isTrue();
      }
    }
    row(
        "sox",
        "all 65,536 samples to %s codes".formatted(sox),
        "%d equal; %d within %d of a decision value, where it rounds and ITU-T G.191 cuts",
        ramp.length - different,
        different,
        bit);
    assertThat(different).isLessThan(ramp.length / 50);
  }

  private static boolean sameWithin(G711 law, short sample, byte code, int distance) {
    for (int near = -distance; near <= distance; near++) {
      int other = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample + near));
      if (law.encode(new short[] {(short) other})[0] == code) {
        return true;
      }
    }
    return false;
  }

  /** Tones up to 0.83 of what the lower rate can carry; ours against sox's best resampler. */
  @Test
  void other_rates_are_those_of_sox() throws IOException {
    double worst = -200;
    String pair = "";
    for (int from : AudioFormat.PCM_RATES) {
      for (int to : AudioFormat.PCM_RATES) {
        if (from != to) {
          double left = distance(from, to);
          pair = left > worst ? "%d to %d Hz".formatted(from, to) : pair;
          worst = Math.max(worst, left);
        }
      }
    }
    row(
        "sox",
        "`rate -v` between all 72 ordered pairs of documented rates",
        "the difference is at most %.1f dB of the sound (%s)",
        worst,
        pair);
    assertThat(worst).isLessThan(-60);
  }

  /** As ResamplerTest judges them: tones that the lower rate cannot carry, and all but the tone. */
  @Test
  void what_folds_back_is_measured() {
    double worst = -200;
    String pair = "";
    for (int from : AudioFormat.PCM_RATES) {
      for (int to : AudioFormat.PCM_RATES) {
        double rest = from == to ? -200 : foldedBack(from, to);
        pair = rest > worst ? "%d to %d Hz".formatted(from, to) : pair;
        worst = Math.max(worst, rest);
      }
    }
    row(
        "–",
        "tones at eight places of each source's band, all 72 ordered pairs",
        "alias products and all else that was not there: at most %.1f dB of the tone (%s)",
        worst,
        pair);
    assertThat(worst).isLessThan(-60);
  }

  private static double foldedBack(int from, int to) {
    double worst = -200;
    for (double place : new double[] {0.03, 0.2, 0.41, 0.6, 0.77, 0.9, 0.97, 0.999}) {
      double hertz = place * from / 2;
      Pcm tone = Sounds.tone(hertz, -6, Duration.ofMillis(250), from);
      Pcm out = Resampler.resample(tone, to);
      Pcm middle = out.slice(out.length() / 5, out.length() * 4 / 5);
      boolean carried = hertz < to / 2.0;
      double rest = carried ? ToneFit.rest(middle, hertz) : Levels.of(middle).rms();
      worst = Math.max(worst, rest + 6);
    }
    return worst;
  }

  private double distance(int from, int to) throws IOException {
    Pcm sound = Pcm.silence(Duration.ofMillis(400), from);
    for (double place : new double[] {0.03, 0.11, 0.29, 0.47, 0.64, 0.83}) {
      double hertz = place * Math.min(from, to) / 2;
      sound = Sounds.mixed(sound, Sounds.tone(hertz, -22, Duration.ofMillis(400), from));
    }
    Wav.write(judge.file("from.wav"), sound);
    judge.runs("sox -V1 -D from.wav -b 16 to.wav rate -v %d".formatted(to));
    Pcm theirs = Wav.read(judge.file("to.wav"));
    Pcm ours = Resampler.resample(sound, to);
    int begin = ours.length() / 5;
    int end = ours.length() * 4 / 5;
    Pcm left = Sounds.difference(ours.slice(begin, end), theirs.slice(begin, end));
    return Levels.of(left).rms() - Levels.of(ours.slice(begin, end)).rms();
  }

  @Test
  void our_files_are_read_by_sox() throws IOException {
    Pcm sound = Sounds.pinkNoise(-12, Duration.ofMillis(300), 22_050, 3);
    Wav.write(judge.file("ours.wav"), sound);
    try (WavFile grown = WavFile.create(judge.file("grown.wav"), 22_050)) {
      grown.append(sound);
    }
    for (String file : List.of("ours", "grown")) {
      judge.runs("sox -V1 -D %s.wav -t raw -e signed -b 16 out.raw".formatted(file));
      assertThat(Pcm.ofLittleEndian(judge.bytes("out.raw"), 22_050)).isEqualTo(sound);
      assertThat(judge.runs("sox --i -r %s.wav".formatted(file)).strip()).isEqualTo("22050");
    }
    row("sox", "our WAV files, written at once and grown", "equal, bit for bit");
  }

  /** What is lost is what the format has no room for. */
  @ParameterizedTest
  @CsvSource({
    "-e unsigned -b 8, 1, 128",
    "-e signed -b 16, 1, 0",
    "-e signed -b 16, 2, 0",
    "-e signed -b 24, 1, 0",
    "-e signed -b 32, 2, 0",
    "-e floating-point -b 32, 1, 0",
    "-e floating-point -b 64, 1, 0",
    "-e u-law -b 8, 1, 512",
    "-e a-law -b 8, 2, 512"
  })
  void files_of_sox_are_read_by_us(String options, int channels, int most) throws IOException {
    Pcm sound = Sounds.pinkNoise(-20, Duration.ofMillis(300), 44_100, 4);
    Wav.write(judge.file("in.wav"), sound);
    judge.runs("sox -V1 -D in.wav -c %d %s file.wav".formatted(channels, options));
    assertThat(furthest(sound, Wav.read(judge.file("file.wav")))).isLessThanOrEqualTo(most);
    row(
        "sox",
        "its WAV `%s`, %d channel%s".formatted(options, channels, channels == 1 ? "" : "s"),
        most == 0 ? "read bit for bit" : "read; what it has no room for is lost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffmpeg -v error -i in.wav -rf64 always -c:a pcm_s16le file.wav",
        "ffmpeg -v error -i in.wav -c:a pcm_s24le file.wav",
        "ffmpeg -v error -i in.wav -c:a pcm_f64le file.wav",
        "sh -c sox${IFS}-V1${IFS}-D${IFS}in.wav${IFS}-t${IFS}wav${IFS}-|cat>file.wav",
        "sh -c ffmpeg${IFS}-v${IFS}error${IFS}-i${IFS}in.wav${IFS}-f${IFS}wav${IFS}-|cat>file.wav"
      })
  void files_whose_sizes_are_wide_or_unknown_are_read_by_us(String command) throws IOException {
    Pcm sound = Sounds.pinkNoise(-20, Duration.ofMillis(300), 44_100, 4);
    Wav.write(judge.file("in.wav"), sound);
    judge.runs(command);
    try (WavStream stream = WavStream.open(judge.file("file.wav"))) {
      assertThat(stream.remark()).isEmpty();
      assertThat(furthest(sound, stream.next(1 << 20))).isLessThanOrEqualTo(1);
    }
    String plain = command.replace("sh -c ", "").replace("${IFS}", " ").replace("|cat>", " > ");
    row(plain.startsWith("sox") ? "sox" : "ffmpeg", "`%s`".formatted(plain), "read bit for bit");
  }

  private static int furthest(Pcm sound, Pcm other) {
    assertThat(other.rate()).isEqualTo(sound.rate());
    assertThat(other.length()).isEqualTo(sound.length());
    short[] left = Sounds.difference(sound, other).samples();
    return Arrays.stream(toInts(left)).map(Math::abs).max().orElseThrow();
  }

  private static int[] toInts(short[] samples) {
    int[] ints = new int[samples.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = samples[i];
    }
    return ints;
  }
}
