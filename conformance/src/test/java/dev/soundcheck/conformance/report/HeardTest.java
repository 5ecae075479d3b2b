package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.report.Track.Stretch;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sound of a trace, laid where it was heard. */
final class HeardTest {
  private final StagedTalk talk = new StagedTalk(AudioFormat.DEFAULT);

  @Test
  void pieces_that_come_early_are_heard_one_after_another() {
    Duration begins = talk.now();
    for (int i = 0; i < 4; i++) {
      talk.delta("resp_1", tone(500)).passes(50);
    }

    List<Stretch> server = Heard.of(talk.trace()).server();
    assertThat(server).hasSize(1);
    assertThat(server.get(0).at()).isEqualTo(begins);
    assertThat(server.get(0).sound().duration()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_pause_parts_them() {
    talk.delta("resp_1", tone(100)).passes(1_000).delta("resp_1", tone(100));

    assertThat(Heard.of(talk.trace()).server()).hasSize(2);
  }

  @Test
  void what_is_not_played_when_the_user_breaks_in_is_not_heard() {
    talk.delta("resp_1", tone(3_000)).passes(400);
    talk.server("{'type':'input_audio_buffer.speech_started'}");
    talk.passes(600).delta("resp_2", tone(100));

    assertThat(Heard.of(talk.trace()).server())
        .extracting(stretch -> stretch.sound().duration().toMillis())
        .containsExactly(400L, 100L);
  }

  @Test
  void every_format_becomes_the_same_sound() {
    for (Encoding encoding : List.of(Encoding.PCM, Encoding.PCMU, Encoding.PCMA)) {
      AudioFormat format = new AudioFormat(encoding, encoding == Encoding.PCM ? 24_000 : 8_000);
      StagedTalk spoken = Samples.spoken(format);

      Heard heard = Heard.of(spoken.trace());
      assertThat(heard.end().toMillis()).as(encoding.wire()).isBetween(4_000L, 8_000L);
      assertThat(heard.peaks(Origin.CLIENT, 10, Duration.ofMillis(300)))
          .as(encoding.wire())
          .contains(loud(heard, Origin.CLIENT));
    }
  }

  @Test
  void peaks_stand_where_the_sound_is() {
    talk.passes(1_000);
    long begins = talk.now().toMillis();
    talk.delta("resp_1", tone(200));

    byte[] peaks = Heard.of(talk.trace()).peaks(Origin.SERVER, 200, Duration.ofMillis(20));
    int first = (int) (begins / 20);
    assertThat(peaks[first - 2]).isZero();
    assertThat(peaks[first + 3]).isEqualTo((byte) (8_000 >> 7));
    assertThat(peaks[first + 15]).isZero();
  }

  @Test
  void long_silence_is_not_kept_and_short_pauses_are() {
    talk.delta("resp_1", tone(200)).delta("resp_1", quiet(200)).delta("resp_1", tone(200));
    talk.delta("resp_1", quiet(3_000)).delta("resp_1", tone(200));

    List<Stretch> audible = Heard.of(talk.trace()).audible(Origin.SERVER, Duration.ofMinutes(1));
    assertThat(audible).hasSize(2);
    assertThat(audible.get(0).sound().duration().toMillis()).isBetween(600L, 680L);
    assertThat(audible.get(1).at().minus(audible.get(0).at()).toMillis()).isBetween(3_540L, 3_620L);
  }

  @Test
  void no_more_than_asked_for_is_kept() {
    talk.delta("resp_1", tone(5_000));

    List<Stretch> audible = Heard.of(talk.trace()).audible(Origin.SERVER, Duration.ofSeconds(2));
    assertThat(audible.get(0).sound().duration()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void what_cannot_be_decoded_is_passed_over() {
    talk.server("{'type':'response.output_audio.delta','delta':'no base64!'}");
    talk.server(
        "{'type':'session.updated','session':{'audio':{'output':{'format':{'type':'audio/flac'}}}}}");
    talk.delta("resp_1", tone(100));

    assertThat(Heard.of(talk.trace()).isEmpty()).isTrue();
  }

  private static byte loud(Heard heard, Origin side) {
    byte[] peaks = heard.peaks(side, 10, Duration.ofMillis(300));
    int most = 0;
    for (byte peak : peaks) {
      most = Math.max(most, peak & 0xFF);
    }
    assertThat(most).isGreaterThan(30);
    return (byte) most;
  }

  private static byte[] tone(int millis) {
    Pcm sound = Pcm.silence(Duration.ofMillis(millis), 24_000);
    Arrays.fill(sound.samples(), (short) 8_000);
    return sound.littleEndian();
  }

  private static byte[] quiet(int millis) {
    return Pcm.silence(Duration.ofMillis(millis), 24_000).littleEndian();
  }
}
