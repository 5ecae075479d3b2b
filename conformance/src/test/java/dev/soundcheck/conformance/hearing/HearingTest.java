package dev.soundcheck.conformance.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceAudio;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flaw of {@link FlawKind} planted into a trace that is fine without it (issue 5 point 5). */
class HearingTest {
  private static final AudioFormat USUAL = AudioFormat.DEFAULT;
  private static final AudioFormat MU = new AudioFormat(Encoding.PCMU, 8_000);
  private static final AudioFormat A = new AudioFormat(Encoding.PCMA, 8_000);
  private static final Pcm SPEECH =
      Resampler.resample(
          SpokenVoice.embedded()
              .speak(
                  "Your order number four two seven will arrive on Friday, in the afternoon, and"
                      + " the driver will call you before he comes."),
          24_000);

  @ParameterizedTest
  @EnumSource(names = {"PCM", "PCMU", "PCMA"})
  void speech_in_its_format_has_no_flaw(Encoding encoding) {
    AudioFormat format = AudioFormat.of(encoding.wire(), Optional.empty()).orElseThrow();
    byte[] bytes = format.encode(SPEECH);
    Played played =
        new Played()
            .formats(format, format)
            .speaks(0, SPEECH, format)
            .answer(12_000, "r", bytes, format.rate() * format.bytesPerSample());

    assertThat(played.flaws()).isEmpty();
  }

  /** Among them the deepest and the highest; the detector of wrong rates must know them all. */
  @ParameterizedTest
  @ValueSource(strings = {"ara", "sal", "rigel", "zagan", "aurora", "liora"})
  void each_embedded_voice_has_no_flaw(String voice) {
    Voice speaker = SpokenVoice.embedded().as(voice);
    Pcm words =
        speaker.speak(
            "It is foggy and twelve degrees in Paris, and the rain will come tomorrow, so take an"
                + " umbrella with you when you leave.");
    Pcm sound = Resampler.resample(words.then(words), 24_000);

    assertThat(new Played().answer(0, "r", sound.littleEndian(), 48_000).flaws()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
  void speech_at_any_rate_that_is_declared_has_no_flaw(int rate) {
    AudioFormat format = new AudioFormat(Encoding.PCM, rate);
    Played played =
        new Played()
            .formats(format, format)
            .speaks(0, SPEECH, format)
            .answer(12_000, "r", format.encode(SPEECH), rate * 2);

    assertThat(played.flaws()).isEmpty();
  }

  @Test
  void opus_in_packets_has_no_flaw_and_a_file_around_them_has() {
    AudioFormat opus = AudioFormat.of("audio/opus", Optional.empty()).orElseThrow();
    var packets = opus.encoded(SPEECH);
    Played fine = new Played().formats(USUAL, opus).begin(0, "r");
    for (int from = 0; from < packets.samples(); from += packets.grain()) {
      fine.delta(from / 48, "r", packets.slice(from, from + packets.grain()));
    }
    fine.transcript(9_000, "r", "Words.").end(9_000, "r", "completed");

    assertThat(fine.flaws()).isEmpty();
    assertThat(fine.answers())
        .singleElement()
        .satisfies(
            figures ->
                assertThat(figures.lasts())
                    .isEqualTo(Duration.ofNanos(packets.samples() * 1_000_000_000L / 24_000)));
    assertThat(
            new Played()
                .formats(USUAL, opus)
                .begin(0, "r")
                .delta(0, "r", "OggS\0packet".getBytes(StandardCharsets.US_ASCII))
                .ids())
        .contains("audio-container");
  }

  /** events.yaml, audio_formats: mu-law, A-law and little-endian samples; no others. */
  @ParameterizedTest
  @EnumSource(Spelling.class)
  void sound_that_is_spelled_otherwise_than_declared_is_told_by_name(Spelling really) {
    for (AudioFormat declared : new AudioFormat[] {USUAL, MU, A}) {
      if (Spelling.of(declared.encoding()).equals(Optional.of(really))) {
        continue;
      }
      Pcm sound = Resampler.resample(SPEECH, declared.rate());
      byte[] wrong = Spelled.as(really, sound);
      Played answered =
          new Played()
              .formats(USUAL, declared)
              .answer(0, "r", wrong, declared.rate() * really.bytes());
      Played asked = new Played().formats(declared, USUAL).append(0, wrong);

      assertThat(answered.flaws())
          .as("%s declared as %s", really, declared)
          .filteredOn(flaw -> flaw.kind() == FlawKind.SPELLING)
          .singleElement()
          .satisfies(flaw -> assertThat(flaw.text()).contains(really.words()));
      assertThat(asked.ids()).contains("audio-format");
    }
  }

  @Test
  void noise_tones_and_silence_are_no_speech_of_another_spelling_or_rate() {
    Duration long_enough = Duration.ofSeconds(4);
    for (Pcm sound :
        new Pcm[] {
          Sounds.whiteNoise(-30, long_enough, 24_000, 1),
          Sounds.pinkNoise(-30, long_enough, 24_000, 2),
          Sounds.tone(1_000, -20, long_enough, 24_000),
          Sounds.tone(100, -20, long_enough, 24_000),
          Pcm.silence(long_enough, 24_000)
        }) {
      assertThat(new Played().append(0, sound.littleEndian()).flaws())
          .filteredOn(flaw -> flaw.kind() == FlawKind.SPELLING || flaw.kind() == FlawKind.SPEED)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 48_000})
  void speech_of_another_rate_is_told_with_the_rate_that_it_likely_has(int really) {
    Pcm repeated = SPEECH.then(SPEECH).then(SPEECH);
    Pcm sound = Resampler.resample(repeated, really);
    byte[] wrong = sound.littleEndian();

    assertThat(new Played().answer(0, "r", wrong, 48_000).flaws())
        .filteredOn(flaw -> flaw.kind() == FlawKind.SPEED)
        .singleElement()
        .satisfies(
            flaw -> assertThat(flaw.text()).endsWith("likely it is %d Hz".formatted(really)));
  }

  @Test
  void sound_that_is_no_base64_is_told_and_a_clients_spellings_of_it_are_none() {
    Played delta =
        new Played()
            .server(
                0,
                "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"i\",\"delta\":\"?\"}");
    Played lenient =
        new Played().client(0, "{\"type\":\"input_audio_buffer.append\",\"audio\":\"AP_-\\nAA\"}");

    assertThat(delta.ids()).containsExactly("audio-base64");
    assertThat(lenient.ids()).isEmpty();
    assertThat(
            new Played()
                .client(0, "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%%%%\"}")
                .ids())
        .containsExactly("audio-base64");
  }

  /** live-behaviour.md 6: a delta is 16-bit samples. */
  @Test
  void a_delta_with_half_a_sample_is_told_and_an_append_only_when_none_completes_it() {
    byte[] odd = Arrays.copyOf(SPEECH.littleEndian(), 9_601);

    assertThat(new Played().begin(0, "r").delta(0, "r", odd).ids()).contains("audio-bytes");
    assertThat(new Played().append(0, odd).append(0, new byte[1]).ids()).isEmpty();
    assertThat(new Played().append(0, odd).ids()).containsExactly("audio-bytes");
    assertThat(
            new Played().append(0, odd).client(1, "{\"type\":\"input_audio_buffer.commit\"}").ids())
        .contains("audio-bytes");
  }

  @Test
  void a_length_that_is_not_that_of_the_bytes_is_told_in_the_format_that_holds() {
    for (AudioFormat format : new AudioFormat[] {USUAL, MU}) {
      byte[] bytes = Arrays.copyOf(format.encode(SPEECH), 4_800);
      long lasts = 4_800_000L / format.bytesPerSample() / format.rate();

      assertThat(told(format, bytes, lasts).ids()).isEmpty();
      assertThat(told(format, bytes, lasts + 1).ids()).isEmpty();
      assertThat(told(format, bytes, lasts + 2).ids()).containsExactly("audio-duration");
    }
  }

  @Test
  void a_part_that_was_begun_keeps_its_format_and_the_next_has_the_new_one() {
    byte[] pcm = SPEECH.littleEndian();
    Played played = new Played().begin(0, "one").delta(0, "one", Arrays.copyOf(pcm, 96_000));
    played.formats(USUAL, MU);
    played.delta(1, "one", Arrays.copyOfRange(pcm, 96_000, pcm.length));
    played.transcript(2, "one", "Words.").end(2, "one", "completed");
    played.answer(3, "two", MU.encode(SPEECH), 8_000);

    assertThat(played.flaws()).isEmpty();
  }

  @Test
  void a_wav_file_where_samples_belong_is_told() {
    assertThat(new Played().append(0, Wav.bytes(SPEECH)).ids()).containsExactly("audio-container");
  }

  @Test
  void sound_at_full_scale_is_told_where_it_begins() {
    Pcm loud = Sounds.louder(SPEECH, 18);
    Played played = new Played().answer(0, "r", loud.littleEndian(), 48_000);

    assertThat(played.flaws())
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.kind()).isEqualTo(FlawKind.CLIPPING);
              int at = Pcm.samplesIn(flaw.offset().plusNanos(50_000), 24_000);
              assertThat(Math.abs(loud.samples()[at])).isGreaterThanOrEqualTo(32_000);
              assertThat(flaw.excerpt().orElseThrow().sound().length()).isPositive();
            });
  }

  @Test
  void sound_that_comes_too_late_is_told_and_sound_that_is_ahead_is_not() {
    byte[] second = Arrays.copyOf(SPEECH.littleEndian(), 48_000);
    Played late = new Played().begin(0, "r").delta(0, "r", second).delta(1_250, "r", second);
    Played ahead = new Played().begin(0, "r").delta(0, "r", second).delta(1_110, "r", second);

    assertThat(late.flaws())
        .filteredOn(flaw -> flaw.kind() == FlawKind.GAP)
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.offset()).isEqualTo(Duration.ofSeconds(1));
              assertThat(flaw.text()).contains("150 ms later");
            });
    assertThat(late.answers())
        .singleElement()
        .satisfies(
            figures -> {
              assertThat(figures.underruns()).isEqualTo(1);
              assertThat(figures.starved()).isEqualTo(Duration.ofMillis(150));
            });
    assertThat(ahead.ids()).doesNotContain("audio-gap");
  }

  /** live-behaviour.md 2.2 and 2.7. */
  @Test
  void sound_after_the_end_of_an_answer_is_told_once_and_after_a_cancel_when_it_goes_on() {
    byte[] piece = Arrays.copyOf(SPEECH.littleEndian(), 9_600);
    Played done = new Played().begin(0, "r").delta(0, "r", piece).done(10, "r", "cancelled");
    done.delta(20, "r", piece).delta(30, "r", piece);
    Played soon = cancelled(piece, 400);
    Played goesOn = cancelled(piece, 600);

    assertThat(done.ids()).containsOnlyOnce("audio-after-done");
    assertThat(soon.ids()).doesNotContain("audio-after-cancel");
    assertThat(goesOn.ids()).containsOnlyOnce("audio-after-cancel");
  }

  @Test
  void speech_that_is_cut_is_told_at_the_end_that_is_cut() {
    int middle = loudPlace();
    Pcm start = SPEECH.slice(middle, SPEECH.length());
    Pcm end = SPEECH.slice(0, middle);

    assertThat(new Played().answer(0, "r", start.littleEndian(), 48_000).ids())
        .containsExactly("audio-cut-start");
    assertThat(new Played().answer(0, "r", end.littleEndian(), 48_000).ids())
        .containsExactly("audio-cut-end");
    assertThat(
            new Played()
                .append(0, start.littleEndian())
                .client(1, "{\"type\":\"input_audio_buffer.commit\"}")
                .append(2, end.littleEndian())
                .client(3, "{\"type\":\"input_audio_buffer.commit\"}")
                .ids())
        .containsExactly("audio-cut-start", "audio-cut-end");
  }

  /** live-behaviour.md 2.6: who is interrupted ends anywhere. */
  @Test
  void an_answer_that_is_interrupted_may_end_anywhere() {
    byte[] cut = SPEECH.slice(0, loudPlace()).littleEndian();
    Played barge = new Played().begin(0, "r").delta(0, "r", cut).transcript(1, "r", "Words.");
    barge.server(2, "{\"type\":\"input_audio_buffer.speech_started\"}").end(3, "r", "completed");
    Played cancelled = new Played().begin(0, "r").delta(0, "r", cut).transcript(1, "r", "Words.");
    cancelled.end(3, "r", "cancelled");

    assertThat(barge.ids()).isEmpty();
    assertThat(cancelled.ids()).isEmpty();
  }

  @Test
  void an_answer_with_words_and_without_sound_is_told_and_so_is_one_of_silence() {
    Played mute = new Played().begin(0, "r").transcript(1, "r", "Words.").done(2, "r", "completed");
    Played silent = new Played().answer(0, "r", new byte[48_000], 48_000);

    assertThat(mute.ids()).containsExactly("audio-missing");
    assertThat(silent.ids()).containsExactly("audio-silent");
  }

  @Test
  void the_same_piece_twice_is_told_unless_it_is_silence_or_a_tone() {
    byte[] piece = Arrays.copyOfRange(SPEECH.littleEndian(), 24_000, 33_600);
    byte[] tone = Sounds.tone(1_000, -20, Duration.ofMillis(100), 24_000).littleEndian();

    assertThat(twice(piece).ids()).contains("audio-repeated");
    assertThat(twice(tone).ids()).doesNotContain("audio-repeated");
    assertThat(twice(new byte[4_800]).ids()).doesNotContain("audio-repeated");
  }

  @Test
  void an_excerpt_says_where_in_it_the_flaw_is_and_makes_a_picture() {
    byte[] piece = Arrays.copyOfRange(SPEECH.littleEndian(), 24_000, 33_600);
    Excerpt excerpt = twice(piece).flaws().get(0).excerpt().orElseThrow();
    int before = Pcm.samplesIn(excerpt.before(), 24_000);

    assertThat(excerpt.sound().slice(before, before + 4_800).littleEndian()).isEqualTo(piece);
    assertThat(Picture.png(excerpt)).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
  }

  @Test
  void of_sound_by_its_hash_lengths_and_times_are_judged() {
    Played played = new Played(TraceAudio.HASH).begin(0, "r");
    played.see(hashed(0, 48_000, 1_000)).see(hashed(1_300, 48_001, 900));

    assertThat(played.ids()).contains("audio-duration", "audio-bytes", "audio-gap");
  }

  @Test
  void of_shortened_sound_only_its_times_are_judged() {
    Played played = new Played(TraceAudio.SHORTENED).begin(0, "r");
    played.delta(0, "r", new byte[33]).delta(5_000, "r", new byte[33]);
    played
        .transcript(5_001, "r", "Words.")
        .end(5_001, "r", "completed")
        .delta(6_000, "r", new byte[3]);

    assertThat(played.ids()).containsExactly("audio-after-done");
  }

  private static Played told(AudioFormat format, byte[] bytes, long millis) {
    return new Played()
        .formats(USUAL, format)
        .begin(0, "r")
        .server(
            0,
            "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"r-item\",\"audio_duration_ms\":%d,\"delta\":\"%s\"}"
                .formatted(millis, Base64.getEncoder().encodeToString(bytes)));
  }

  private static Played cancelled(byte[] piece, long later) {
    return new Played()
        .begin(0, "r")
        .delta(0, "r", piece)
        .client(100, "{\"type\":\"response.cancel\"}")
        .delta(100 + later, "r", piece)
        .delta(101 + later, "r", piece);
  }

  private static Played twice(byte[] piece) {
    return new Played().begin(0, "r").delta(0, "r", piece).delta(1, "r", piece);
  }

  private static Observed hashed(long at, int bytes, int millis) {
    return new Observed.Message(
        Duration.ofMillis(at),
        1,
        Origin.SERVER,
        "response.output_audio.delta",
        Json.parse(
                "{\"response_id\":\"r\",\"item_id\":\"r-item\",\"delta\":\"\",\"audio_duration_ms\":%d}"
                    .formatted(millis))
            .orElseThrow(),
        Map.of("/delta", new AudioDigest(bytes, "0".repeat(64))));
  }

  /** Amid the loudest of the speech. */
  private static int loudPlace() {
    int place = 24_000;
    for (int i = 24_000; i < 72_000; i++) {
      place = SPEECH.samples()[i] > SPEECH.samples()[place] ? i : place;
    }
    return place;
  }
}
