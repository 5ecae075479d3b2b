package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sound that is longer than memory (issue 5, "Bad input": 10-hour files), in virtual time. */
final class LongSoundTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int HOURS = 2;
  private static final Duration ALL = Duration.ofHours(HOURS);

  private final VirtualPace pace = new VirtualPace();

  /**
   * More telephone sound than is kept: each tenth of a second is sent in its time, none is kept.
   */
  @Test
  void a_file_of_hours_is_sent_as_it_is_read() {
    Hum hum = new Hum(8_000);
    Sink sink = new Sink();
    AudioFormat pcmu = new AudioFormat(AudioFormat.Encoding.PCMU, 8_000);
    SessionRequest session = new SessionRequest(false, Optional.empty(), pcmu, pcmu);
    Manner manner = new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, said -> hum);
    Mind mind =
        new TurnsInOrder(
            session.session(),
            List.of(Take.inTurn(new Act.Say("long", Optional.empty()))),
            Tools.NONE);
    CompletableFuture<Outcome> talk;
    try (VoiceClient client = new VoiceClient(sink, pace)) {
      talk = client.hold(Target.of(URI.create("ws://x/")), mind, manner, Watcher.NONE);
      pace.passUntil(ALL.plusMinutes(5));
    }
    Outcome outcome = talk.join();

    assertThat(sink.bytes).isEqualTo(ALL.toSeconds() * 8_000);
    assertThat(hum.most).isLessThanOrEqualTo(800);
    assertThat(outcome.seen()).hasSizeGreaterThan(HOURS * 36_000);
    assertThat(outcome.seen().stream().mapToLong(LongSoundTest::kept).sum())
        .isBetween(Remembered.MOST - 2_000, Remembered.MOST);
    assertThat(outcome.exchanges().get(0).ended()).contains(ALL);
    assertThat(hum.closed).isTrue();
  }

  @Test
  void what_is_not_kept_is_there_by_its_length_and_hash() {
    Remembered memory = new Remembered(10);
    JsonNode event =
        JSON.readTree("{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAAAAAA\"}");
    for (int i = 0; i < 2; i++) {
      memory.add(
          new Observed.Message(
              Duration.ZERO, 1, Origin.CLIENT, "input_audio_buffer.append", event));
    }
    Observed.Message first = (Observed.Message) memory.all().get(0);
    Observed.Message second = (Observed.Message) memory.all().get(1);

    assertThat(first.json()).isEqualTo(event);
    assertThat(second.json().path("audio").stringValue()).isEmpty();
    assertThat(second.hashed()).containsOnlyKeys("/audio");
    assertThat(second.hashed().values()).allMatch(digest -> digest.bytes() == 6);
    assertThat(event.path("audio").stringValue()).isEqualTo("AAAAAAAA");
  }

  private static long kept(Observed seen) {
    return seen instanceof Observed.Message said
        ? said.json().path("audio").asString("").length()
        : 0;
  }

  /** Hours of a hum, made as they are asked for. */
  private static final class Hum implements SoundSource {
    private final int rate;
    private long left;
    private int most;
    private boolean closed;

    private Hum(int rate) {
      this.rate = rate;
      this.left = ALL.toSeconds() * rate;
    }

    @Override
    public int rate() {
      return rate;
    }

    @Override
    public Pcm next(int atMost) {
      most = Math.max(most, atMost);
      short[] samples = new short[(int) Math.min(atMost, left)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (i % 20 < 10 ? 3_000 : -3_000);
      }
      left -= samples.length;
      return new Pcm(samples, rate);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Counts sound, and answers what it must. */
  private final class Sink implements Dialer, Wire {
    private Optional<Ear> ear = Optional.empty();
    private long bytes;

    @Override
    public void dial(Target target, Ear listener) {
      ear = Optional.of(listener);
      listener.opened(this);
    }

    @Override
    public void send(String text) {
      JsonNode event = JSON.readTree(text);
      String type = event.path("type").stringValue();
      if (type.endsWith("append")) {
        bytes += Base64.getDecoder().decode(event.path("audio").stringValue()).length;
      } else if (type.endsWith("commit")) {
        say("{\"type\":\"response.created\",\"response\":{}}");
        say("{\"type\":\"response.output_audio.delta\",\"item_id\":\"i\",\"delta\":\"////\"}");
        say("{\"type\":\"response.done\",\"response\":{\"status\":\"completed\"}}");
      } else if (type.equals("session.update")) {
        say("{\"type\":\"session.updated\"}");
      }
    }

    private void say(String event) {
      pace.at(pace.now(), () -> ear.orElseThrow().text(event));
    }

    @Override
    public void send(byte[] sound) {}

    @Override
    public void close(int code, String reason) {
      ear.orElseThrow().closed(code, reason);
    }

    @Override
    public void close() {}
  }
}
