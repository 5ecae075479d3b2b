package dev.soundcheck.server.profile;

import dev.soundcheck.audio.Pcm;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;

/** The client's sound at 24 kHz. */
final class Sounds {
  private Sounds() {}

  static byte[] speech(long millis) {
    return ToneVoice.hum((int) (millis * 24)).littleEndian();
  }

  static byte[] silence(long millis) {
    return Pcm.silence(Duration.ofMillis(millis), 24_000).littleEndian();
  }

  /** Some silence, speech, and enough silence to end it. */
  static byte[] utterance(long before, long speech) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(silence(before));
    all.writeBytes(speech(speech));
    all.writeBytes(silence(600));
    return all.toByteArray();
  }

  static String append(byte[] sound) {
    return "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
        .formatted(Base64.getEncoder().encodeToString(sound));
  }
}
