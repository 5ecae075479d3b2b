package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A way in which samples may be written as bytes, whether the protocol has it or not. */
enum Spelling {
  PCM("16-bit little-endian samples", 2),
  SWAPPED("16-bit big-endian samples", 2),
  FLOAT("32-bit floats", 4),
  MU_LAW("G.711 mu-law", 1),
  A_LAW("G.711 A-law", 1);

  private final String words;
  private final int bytes;

  Spelling(String words, int bytes) {
    this.words = words;
    this.bytes = bytes;
  }

  /** The spelling of a format; Opus has none, since its packets are not samples. */
  static Optional<Spelling> of(AudioFormat.Encoding encoding) {
    return switch (encoding) {
      case PCM -> Optional.of(PCM);
      case PCMU -> Optional.of(MU_LAW);
      case PCMA -> Optional.of(A_LAW);
      case OPUS -> Optional.empty();
    };
  }

  String words() {
    return words;
  }

  /** Bytes of a sample. */
  int bytes() {
    return bytes;
  }

  /** The bytes as samples; what is left of a sample at the end is passed over. */
  short[] samples(byte[] sound) {
    return switch (this) {
      case PCM -> Pcm.ofLittleEndian(sound, 1).samples();
      case SWAPPED -> swapped(sound);
      case FLOAT -> floats(sound);
      case MU_LAW -> companded(AudioFormat.Encoding.PCMU, sound);
      case A_LAW -> companded(AudioFormat.Encoding.PCMA, sound);
    };
  }

  private static short[] swapped(byte[] sound) {
    short[] samples = new short[sound.length / 2];
    ByteBuffer.wrap(sound).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  /** Floats that are none of a sound, because they are huge or no numbers, are silence. */
  private static short[] floats(byte[] sound) {
    short[] samples = new short[sound.length / 4];
    ByteBuffer bytes = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      float value = bytes.getFloat();
      samples[i] = Math.abs(value) <= 1 ? (short) Math.round(value * Short.MAX_VALUE) : 0;
    }
    return samples;
  }

  private static short[] companded(AudioFormat.Encoding law, byte[] sound) {
    return new AudioFormat(law, 8_000).decoder().decode(sound).samples();
  }
}
