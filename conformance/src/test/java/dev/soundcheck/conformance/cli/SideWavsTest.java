package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Encoded;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of both sides, and when (issue 3, 2). */
final class SideWavsTest {
  @TempDir private Path folder;
  private SideWavs sides;

  @BeforeEach
  void begin() {
    sides = SideWavs.beside(folder.resolve("talk.now.ndjson"));
  }

  @Test
  void the_files_have_the_name_of_the_trace() {
    assertThat(sides.files())
        .containsExactly(
            folder.resolve("talk.now.client.wav"), folder.resolve("talk.now.server.wav"));
  }

  /** live-behaviour.md 1.5: deltas come faster than they are played. */
  @Test
  void pieces_that_come_early_are_played_one_after_another() throws IOException {
    answer(1_000, 100);
    answer(1_010, 100);
    answer(1_020, 100);

    assertThat(server()).isEqualTo(silence(1_000).then(tone(300)));
  }

  @Test
  void a_pause_is_heard_but_the_jitter_of_the_network_is_not() throws IOException {
    speak(0, 100);
    speak(190, 100);
    speak(500, 100);

    assertThat(client()).isEqualTo(tone(200).then(silence(300)).then(tone(100)));
  }

  /** clients.md: who plays drops what is queued when the server hears speech. */
  @Test
  void an_interruption_drops_what_has_not_been_played() throws IOException {
    answer(1_000, 500);
    event(1_200, Origin.SERVER, "{'type':'input_audio_buffer.speech_started'}");
    answer(2_000, 100);
    event(2_050, Origin.CLIENT, "{'type':'response.cancel'}");

    assertThat(server())
        .isEqualTo(silence(1_000).then(tone(200)).then(silence(800)).then(tone(50)));
  }

  @Test
  void sound_is_read_in_the_format_that_the_server_accepted() throws IOException {
    event(
        0,
        Origin.SERVER,
        "{'type':'session.updated','session':{'audio':{"
            + "'input':{'format':{'type':'audio/pcmu'}},"
            + "'output':{'format':{'type':'audio/pcm','rate':16000}}}}}");
    speak(0, 10);
    sides.saw(new Observed.Binary(Duration.ZERO, 1, Origin.SERVER, new byte[3_200]));

    Pcm client = client();
    assertThat(client.rate()).isEqualTo(8_000);
    assertThat(client.length()).isEqualTo(480);
    assertThat(Wav.read(sides.files().get(1)))
        .isEqualTo(Pcm.silence(Duration.ofMillis(100), 16_000));
  }

  /** live-behaviour.md 1.3: an update that is refused changes nothing; some are never answered. */
  @Test
  void an_update_counts_without_an_answer_unless_it_is_refused() throws IOException {
    String update =
        "{'type':'session.update','session':{'audio':{'input':{'format':{'type':'%s'}}}}}";
    event(0, Origin.CLIENT, update.formatted("audio/pcmu"));
    speak(0, 10);
    event(0, Origin.CLIENT, update.formatted("audio/pcma"));
    event(0, Origin.SERVER, "{'type':'error','error':{'param':'session.audio'}}");
    sides.saw(new Observed.Binary(Duration.ZERO, 1, Origin.CLIENT, new byte[] {-1}));

    Pcm client = client();
    assertThat(client.length()).isEqualTo(481);
    assertThat(client.samples()[480]).as("silence in mu-law, a click in A-law").isZero();
  }

  @Test
  void a_format_that_nobody_here_decodes_is_passed_over() throws IOException {
    event(
        0,
        Origin.SERVER,
        "{'type':'session.updated','session':{'audio':{"
            + "'output':{'format':{'type':'audio/flac','rate':24000}}}}}");
    answer(0, 100);
    event(0, Origin.SERVER, "{'type':'response.output_audio.delta','delta':'?'}");

    assertThat(server().length()).isZero();
  }

  @Test
  void what_is_no_packet_of_opus_is_passed_over() throws IOException {
    event(
        0,
        Origin.SERVER,
        "{'type':'session.updated','session':{'audio':{"
            + "'output':{'format':{'type':'audio/opus','rate':24000}}}}}");
    sides.saw(new Observed.Binary(Duration.ZERO, 1, Origin.SERVER, new byte[] {-1, -1}));
    Encoded tone =
        new AudioFormat(AudioFormat.Encoding.OPUS, 24_000)
            .encoded(Pcm.silence(Duration.ofMillis(200), 24_000));
    for (int at = 0; at < tone.samples(); at += tone.grain()) {
      byte[] packet = tone.slice(at, at + tone.grain());
      sides.saw(new Observed.Binary(Duration.ZERO, 1, Origin.SERVER, packet));
    }

    assertThat(server().duration().toMillis()).isBetween(195L, 200L);
  }

  /** The file keeps the rate of its first sound. */
  @Test
  void sound_whose_rate_changes_goes_on_in_the_same_file() throws IOException {
    answer(0, 100);
    event(
        0,
        Origin.SERVER,
        "{'type':'session.updated','session':{'audio':{"
            + "'output':{'format':{'type':'audio/pcm','rate':8000}}}}}");
    sides.saw(new Observed.Binary(Duration.ZERO, 1, Origin.SERVER, new byte[16_000]));

    Pcm server = server();
    assertThat(server.rate()).isEqualTo(24_000);
    assertThat(server.duration().toMillis()).isBetween(1_080L, 1_100L);
  }

  private void speak(long at, long lasting) {
    String audio = base64(lasting);
    event(at, Origin.CLIENT, "{'type':'input_audio_buffer.append','audio':'" + audio + "'}");
  }

  private void answer(long at, long lasting) {
    String audio = base64(lasting);
    event(at, Origin.SERVER, "{'type':'response.output_audio.delta','delta':'" + audio + "'}");
  }

  private void event(long at, Origin from, String json) {
    var event = Json.mapper().readTree(json.replace('\'', '"'));
    String type = event.path("type").stringValue();
    sides.saw(new Observed.Message(Duration.ofMillis(at), 1, from, type, event));
  }

  private static String base64(long lasting) {
    return Base64.getEncoder().encodeToString(tone(lasting).littleEndian());
  }

  private static Pcm tone(long lasting) {
    Pcm sound = silence(lasting);
    Arrays.fill(sound.samples(), (short) 1_000);
    return sound;
  }

  private static Pcm silence(long lasting) {
    return Pcm.silence(Duration.ofMillis(lasting), 24_000);
  }

  private Pcm client() throws IOException {
    sides.close();
    return Wav.read(sides.files().get(0));
  }

  private Pcm server() throws IOException {
    sides.close();
    return Wav.read(sides.files().get(1));
  }
}
