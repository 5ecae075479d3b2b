package dev.soundcheck.audio;

import io.github.jaredmdobson.concentus.OpusEncoder;
import java.util.List;

/** Encodes a stream as raw Opus packets with one encoder, as a client that streams does. */
final class OpusPacketEncoder implements SoundEncoder {
  private final OpusEncoder encoder = OpusPackets.encoder();

  @Override
  public List<byte[]> encode(Pcm sound) {
    if (sound.rate() != OpusPackets.RATE || sound.length() % OpusPackets.SAMPLES != 0) {
      throw new AudioException(
          "expected a multiple of %d samples at %d Hz, found %d at %d Hz"
              .formatted(OpusPackets.SAMPLES, OpusPackets.RATE, sound.length(), sound.rate()));
    }
    return OpusPackets.with(encoder, sound.samples());
  }
}
