package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.client;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.instead;
import static dev.soundcheck.conformance.selftest.Habits.repeats;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Clients whose sound is broken on purpose. */
final class BrokenMicrophones {
  private static final Predicate<ObjectNode> SOUND = event("input_audio_buffer.append");
  private static final int QUIET = 200;

  private BrokenMicrophones() {}

  static final List<Broken> ON_THE_WIRE =
      List.of(
          client(
              "SendsMinutesAtOnce",
              "servers/a-turn-by-commit",
              () -> silenceBefore(13_000_000),
              "appends-are-of-a-fair-size"),
          client(
              "SendsNoBase64",
              "servers/a-spoken-turn",
              () -> changes(nth(2, SOUND), put("/audio", "%%%")),
              "sound-is-base64"),
          client(
              "SendsHalfSamples",
              "servers/a-turn-by-commit",
              () -> changes(nth(2, SOUND), BrokenMicrophones::withoutItsLastByte),
              "sound-is-whole-samples",
              "client-audio-bytes",
              "client-audio-format"),
          client(
              "PushesItsSound",
              "servers/a-spoken-turn",
              () -> silenceBefore(3 * 48_000),
              "sound-keeps-up-with-time"),
          client(
              "SwitchesItsMicrophoneOff",
              "servers/a-spoken-turn",
              BrokenMicrophones::silentAfterWords,
              "the-microphone-stays-open",
              "a-spoken-turn"));

  static final List<Broken> AUDIBLE =
      List.of(
          client(
              "SendsAFile",
              "servers/a-spoken-turn",
              () ->
                  OtherSound.ofClient(
                      (n, sound) -> n == 1 ? BrokenSounds.withHeader(sound) : sound),
              "client-audio-container"),
          client(
              "SendsTheOtherByteFirst",
              "servers/a-turn-by-commit",
              () -> OtherSound.ofClient((n, sound) -> BrokenSounds.swapped(sound)),
              "client-audio-format"),
          client(
              "SpeaksTooFast",
              "trouble/a-long-turn-by-commit",
              () -> OtherSound.ofClient((n, sound) -> BrokenSounds.everyOther(sound)),
              "client-audio-rate"),
          client(
              "Shouts",
              "servers/a-turn-by-commit",
              () -> OtherSound.ofClient((n, sound) -> BrokenSounds.louder(sound)),
              "client-audio-clipping"),
          client(
              "BeginsInAWord",
              "servers/a-turn-by-commit",
              () ->
                  OtherSound.ofClient(
                      (n, sound) ->
                          n < 3 ? new short[0] : n == 3 ? BrokenSounds.fromItsPeak(sound) : sound),
              "client-audio-cut-start"),
          client(
              "RepeatsItself",
              "servers/a-turn-by-commit",
              () -> repeats(nth(4, SOUND)),
              "client-audio-repeated"));

  private static Habit silenceBefore(int bytes) {
    return instead(
        first(SOUND),
        (append, mouth) -> {
          ObjectNode silence = append.deepCopy();
          silence.put("audio", Base64.getEncoder().encodeToString(new byte[bytes]));
          mouth.say(silence);
          mouth.say(append);
        });
  }

  private static void withoutItsLastByte(ObjectNode append) {
    byte[] sound = Base64.getDecoder().decode(append.path("audio").asString());
    append.put("audio", Base64.getEncoder().encodeToString(Arrays.copyOf(sound, sound.length - 1)));
  }

  /** From its first quiet after words on it sends nothing. */
  private static Habit silentAfterWords() {
    boolean[] spoke = new boolean[1];
    return instead(
        SOUND,
        (append, mouth) -> {
          short[] sound = OtherSound.samples(append.path("audio").asString());
          boolean quiet = Math.abs(sound[OtherSound.peak(sound)]) < QUIET;
          spoke[0] = spoke[0] || !quiet;
          if (!spoke[0] || !quiet) {
            mouth.say(append);
          }
        });
  }
}
