package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.Pcm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sound written as bytes in any way, the wrong ones too. */
final class Spelled {
  private Spelled() {}

  /** At the sound's own rate. */
  static byte[] as(Spelling spelling, Pcm sound) {
    return switch (spelling) {
      case PCM -> sound.littleEndian();
      case SWAPPED -> swapped(sound);
      case FLOAT -> floats(sound);
      case MU_LAW -> new AudioFormat(Encoding.PCMU, sound.rate()).encode(sound);
      case A_LAW -> new AudioFormat(Encoding.PCMA, sound.rate()).encode(sound);
    };
  }

  private static byte[] swapped(Pcm sound) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * sound.length()).order(ByteOrder.BIG_ENDIAN);
    bytes.asShortBuffer().put(sound.samples());
    return bytes.array();
  }

  private static byte[] floats(Pcm sound) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * sound.length()).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : sound.samples()) {
      bytes.putFloat(sample / 32_768f);
    }
    return bytes.array();
  }
}
