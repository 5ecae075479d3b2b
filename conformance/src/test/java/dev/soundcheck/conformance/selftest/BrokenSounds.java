package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.server;
import static dev.soundcheck.conformance.selftest.Events.add;
import static dev.soundcheck.conformance.selftest.Events.again;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Habits.both;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.fallsBehind;
import static dev.soundcheck.conformance.selftest.Habits.instead;
import static dev.soundcheck.conformance.selftest.Habits.repeats;
import static dev.soundcheck.conformance.selftest.Habits.swallows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Servers whose sound is broken on purpose. */
final class BrokenSounds {
  private static final Predicate<ObjectNode> SOUND = event("response.output_audio.delta");
  private static final int LOUDER = 40;

  private BrokenSounds() {}

  static final List<Broken> ON_THE_WIRE =
      List.of(
          server(
              "SendsHalfSamples",
              "a-typed-turn",
              () -> changes(first(SOUND), BrokenSounds::withoutItsLastByte),
              "deltas-hold-whole-samples",
              "server-audio-bytes"),
          server(
              "MiscountsItsSound",
              "a-typed-turn",
              () ->
                  both(
                      changes(first(SOUND), add("/audio_duration_ms", 50)),
                      changes(event("response.done"), add("/usage/output_audio_seconds", 0.05))),
              "durations-match-the-bytes",
              "server-audio-duration"),
          server(
              "SendsBinaryFramesUnasked",
              "a-typed-turn",
              () ->
                  instead(
                      SOUND,
                      (delta, mouth) ->
                          mouth.binary(Base64.getDecoder().decode(delta.path("delta").asString()))),
              "sound-goes-by-the-agreed-transport"),
          server(
              "GoesOnSpeakingWhenItIsCancelled",
              "an-answer-is-cancelled-and-another-given",
              BrokenSounds::deafToCancel,
              "no-sound-after-a-cancel",
              "server-audio-after-cancel"),
          server(
              "GoesOnSpeakingAfterTheEnd",
              "two-spoken-turns",
              BrokenSounds::oneWordMore,
              "server-audio-after-done",
              "no-sound-after-a-cancel",
              "nothing-comes-after-response-done"),
          server(
              "SendsNoBase64",
              "a-typed-turn",
              () -> changes(first(SOUND), put("/delta", "%%%")),
              "server-audio-base64",
              "durations-match-the-bytes"));

  static final List<Broken> AUDIBLE =
      List.of(
          server(
              "SendsAFile",
              "a-typed-turn",
              () -> OtherSound.ofServer((n, sound) -> n == 1 ? withHeader(sound) : sound),
              "server-audio-container"),
          server(
              "SendsTheOtherByteFirst",
              "a-typed-turn",
              () -> OtherSound.ofServer((n, sound) -> swapped(sound)),
              "server-audio-format"),
          server(
              "SpeaksTooFast",
              "a-finished-answer-is-truncated",
              () -> OtherSound.ofServer((n, sound) -> everyOther(sound)),
              "server-audio-rate"),
          server("IsMute", "a-typed-turn", () -> swallows(SOUND), "server-audio-missing"),
          server(
              "SendsSilence",
              "a-typed-turn",
              () -> OtherSound.ofServer((n, sound) -> new short[sound.length]),
              "server-audio-silent"),
          server(
              "Stutters",
              "a-typed-turn",
              () -> fallsBehind(nth(3, SOUND), Duration.ofSeconds(3)),
              "server-audio-gap"),
          server(
              "Shouts",
              "a-typed-turn",
              () -> OtherSound.ofServer((n, sound) -> louder(sound)),
              "server-audio-clipping"),
          server(
              "BeginsInAWord",
              "a-typed-turn",
              () -> OtherSound.ofServer((n, sound) -> n == 1 ? fromItsPeak(sound) : sound),
              "server-audio-cut-start"),
          server(
              "EndsInAWord",
              "a-typed-turn",
              () ->
                  OtherSound.ofServer(
                      (n, sound) -> n < 3 ? sound : n == 3 ? untilItsPeak(sound) : new short[0]),
              "server-audio-cut-end"),
          server(
              "RepeatsItself",
              "a-typed-turn",
              () -> repeats(nth(2, SOUND)),
              "server-audio-repeated",
              "output-seconds-are-counted"));

  private static void withoutItsLastByte(ObjectNode delta) {
    byte[] sound = Base64.getDecoder().decode(delta.path("delta").asString());
    put("/delta", Base64.getEncoder().encodeToString(Arrays.copyOf(sound, sound.length - 1)))
        .accept(delta);
  }

  /** What ends the answer comes late, and a piece of sound before it. */
  private static Habit deafToCancel() {
    return new Habit() {
      private final List<ObjectNode> sound = new ArrayList<>();
      private boolean cancelled;

      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        if (event("response.cancel").test(event)) {
          cancelled = true;
          mouth.sayLater(Duration.ofMillis(1_100), click(sound.get(0)));
        }
        return true;
      }

      @Override
      public void says(ObjectNode event, Mouth mouth) {
        if (SOUND.test(event)) {
          sound.add(event.deepCopy());
        }
        if (cancelled) {
          mouth.sayLater(Duration.ofMillis(1_200), event);
          cancelled = !event("response.done").test(event);
        } else {
          mouth.say(event);
        }
      }
    };
  }

  private static Habit oneWordMore() {
    List<ObjectNode> sound = new ArrayList<>();
    Predicate<ObjectNode> end = first(event("response.done"));
    return instead(
        event -> true,
        (event, mouth) -> {
          if (SOUND.test(event)) {
            sound.add(event.deepCopy());
          }
          mouth.say(event);
          if (end.test(event)) {
            mouth.say(click(sound.get(0)));
          }
        });
  }

  /** A millisecond of sound. */
  private static ObjectNode click(ObjectNode delta) {
    ObjectNode click = again(delta);
    click.put("delta", OtherSound.base64(new short[24]));
    return click.put("audio_duration_ms", 1);
  }

  /** 44 bytes, as every WAV file begins. */
  static short[] withHeader(short[] sound) {
    byte[] header = Arrays.copyOf("RIFF....WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1), 44);
    short[] all = OtherSound.samples(Base64.getEncoder().encodeToString(header));
    int begin = all.length;
    all = Arrays.copyOf(all, begin + sound.length);
    System.arraycopy(sound, 0, all, begin, sound.length);
    return all;
  }

  static short[] swapped(short[] sound) {
    short[] swapped = new short[sound.length];
    for (int i = 0; i < sound.length; i++) {
      swapped[i] = Short.reverseBytes(sound[i]);
    }
    return swapped;
  }

  static short[] everyOther(short[] sound) {
    short[] fast = new short[sound.length / 2];
    for (int i = 0; i < fast.length; i++) {
      fast[i] = sound[2 * i];
    }
    return fast;
  }

  static short[] louder(short[] sound) {
    short[] loud = new short[sound.length];
    for (int i = 0; i < sound.length; i++) {
      loud[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sound[i] * LOUDER));
    }
    return loud;
  }

  static short[] fromItsPeak(short[] sound) {
    return Arrays.copyOfRange(sound, OtherSound.peak(sound), sound.length);
  }

  private static short[] untilItsPeak(short[] sound) {
    return Arrays.copyOf(sound, OtherSound.peak(sound));
  }
}
