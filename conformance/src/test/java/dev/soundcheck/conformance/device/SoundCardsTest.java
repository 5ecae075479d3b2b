package dev.soundcheck.conformance.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Issue 5 point 4: "--mic/speaker through javax.sound when there is a device". */
@Timeout(60)
final class SoundCardsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void devices_are_listed_with_what_they_can_do() {
    assertThat(SoundCards.all())
        .contains(
            new Device("Fake headset", "For tests", true, true),
            new Device("Fake studio", "For tests", true, true),
            new Device("Fake horn", "For tests", false, true));
  }

  @Test
  void what_is_recorded_before_anybody_asks_is_forgotten() {
    try (DeviceMicrophone microphone = SoundCards.microphone("headset")) {
      FakeMicrophone fake = microphone("Fake headset");
      fake.records(new Pcm(new short[] {9, 9}, 48_000).littleEndian());
      assertThat(microphone.recorded().rate()).isEqualTo(48_000);
      fake.records(new Pcm(new short[] {1, -2}, 48_000).littleEndian());
      fake.records(new Pcm(new short[] {3}, 48_000).littleEndian());
      StringBuilder heard = new StringBuilder();

      await()
          .atMost(SOON)
          .until(
              () ->
                  heard
                      .append(Arrays.toString(microphone.recorded().samples()))
                      .toString()
                      .replaceAll("[\\[\\]]|9", "")
                      .replaceAll("[ ,]+", "")
                      .endsWith("1-23"));
      assertThat(microphone.over()).isFalse();
    }
  }

  @Test
  void two_channels_are_one_voice() {
    try (DeviceMicrophone microphone = SoundCards.microphone("STUDIO")) {
      microphone.recorded();
      microphone("Fake studio")
          .records(new Pcm(new short[] {100, 300, -30_000, -32_000}, 44_100).littleEndian());

      await()
          .atMost(SOON)
          .until(() -> Arrays.equals(microphone.recorded().samples(), new short[] {200, -31_000}));
    }
  }

  @Test
  void nobody_asks_for_more_than_a_second() {
    try (DeviceMicrophone microphone = SoundCards.microphone("headset")) {
      microphone.recorded();
      FakeMicrophone fake = microphone("Fake headset");
      IntStream.range(0, 500)
          .forEach(i -> fake.records(new Pcm(new short[960], 48_000).littleEndian()));
      fake.records(new byte[0]);

      await().atMost(SOON).until(microphone::over);
      assertThat(microphone.recorded().length()).isEqualTo(48_000);
    }
  }

  @Test
  void answers_are_played_on_every_channel_after_the_lead() {
    try (DeviceSpeaker speaker = SoundCards.speaker("studio")) {
      FakeSpeaker fake = speaker("Fake studio");
      short[] answer = new short[44_100 / 50];
      Arrays.fill(answer, (short) 1234);
      await().atMost(SOON).until(() -> fake.written().length >= 30 * 44_100 / 1000 * 4);
      speaker.play(Duration.ofSeconds(1), new Pcm(answer, 44_100));

      await().atMost(SOON).until(() -> count(fake, 1234) == 2 * answer.length);
      int silence = first(fake, 1234) / 2;
      assertThat(silence).isBetween(44_100 * 79 / 1000, 44_100 * 81 / 1000);
    }
    assertThat(speaker("Fake studio").closed()).isTrue();
  }

  @Test
  void what_falls_silent_is_dropped_from_the_device_too() {
    try (DeviceSpeaker speaker = SoundCards.speaker("headset")) {
      FakeSpeaker fake = speaker("Fake headset");
      short[] answer = new short[48_000];
      Arrays.fill(answer, (short) 77);
      speaker.play(Duration.ZERO, new Pcm(answer, 48_000));
      await().atMost(SOON).until(() -> count(fake, 77) > 0);
      speaker.fallSilent(Duration.ofMillis(50));

      await().atMost(SOON).until(() -> fake.dropped() > 0);
      int before = count(fake, 77);
      fake.play(48_000);
      await().atMost(SOON).until(() -> trailingSilence(fake) > 0);
      assertThat(count(fake, 77)).isEqualTo(before).isLessThan(answer.length);
    }
  }

  @Test
  void what_is_not_there_or_taken_is_told_with_what_is() {
    assertThatThrownBy(() -> SoundCards.microphone("horn"))
        .isInstanceOf(DeviceException.class)
        .hasMessageStartingWith("--mic: there is no microphone 'horn'; there are 'Fake headset'")
        .hasMessageNotContaining("Fake horn");
    assertThatThrownBy(() -> SoundCards.speaker("Fake busy card"))
        .hasMessage(
            "--speaker: the loudspeaker 'Fake busy card' cannot be used: line is taken."
                + " Another program may have it; --devices lists all there are.");
  }

  private static FakeMicrophone microphone(String card) {
    return Objects.requireNonNull(FakeSoundCards.MICROPHONES.get(card));
  }

  private static FakeSpeaker speaker(String card) {
    return Objects.requireNonNull(FakeSoundCards.SPEAKERS.get(card));
  }

  private static short[] samples(FakeSpeaker fake) {
    return Pcm.ofLittleEndian(fake.written(), 48_000).samples();
  }

  private static int count(FakeSpeaker fake, int value) {
    short[] all = samples(fake);
    return (int) IntStream.range(0, all.length).filter(i -> all[i] == value).count();
  }

  private static int first(FakeSpeaker fake, int value) {
    short[] all = samples(fake);
    return IntStream.range(0, all.length).filter(i -> all[i] == value).findFirst().orElseThrow();
  }

  private static int trailingSilence(FakeSpeaker fake) {
    short[] all = samples(fake);
    return (int) IntStream.iterate(all.length - 1, i -> i >= 0 && all[i] == 0, i -> i - 1).count();
  }
}
