package dev.soundcheck.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;

/**
 * Raw Opus packets to samples at 24 kHz, one packet for each message. The library loses the lower
 * half of hybrid packets at any rate but 48 kHz (lostromb/concentus issue 67), so it decodes at
 * that rate and the result is resampled.
 */
final class OpusPacketDecoder implements SoundDecoder {
  private static final int RATE = 48_000;

  /** A packet holds at most 120 ms (RFC 6716 section 3.2.5). */
  private static final int MOST_SAMPLES = RATE * 120 / 1000;

  private final OpusDecoder decoder;
  private final ResamplingStream resampled = new ResamplingStream(RATE, OpusPackets.RATE);
  private final short[] samples = new short[MOST_SAMPLES];

  OpusPacketDecoder() {
    try {
      decoder = new OpusDecoder(RATE, 1);
    } catch (OpusException impossible) {
      throw new IllegalStateException("Opus refused mono sound at 48 kHz", impossible);
    }
  }

  @Override
  public Pcm decode(byte[] packet) {
    if (packet.length == 0) {
      return new Pcm(new short[0], OpusPackets.RATE);
    }
    int decoded = decoded(packet);
    return resampled.next(new Pcm(Arrays.copyOf(samples, decoded), RATE));
  }

  /**
   * The library trusts what a packet says of itself, and trips in many ways over what it then does
   * not find, with assertions enabled in more. What it had made of such a packet is forgotten.
   */
  private int decoded(byte[] packet) {
    int decoded;
    try {
      decoded = decoder.decode(packet, 0, packet.length, samples, 0, MOST_SAMPLES, false);
    } catch (OpusException | RuntimeException | AssertionError trips) {
      decoded = -1;
    }
    if (decoded < 0) {
      decoder.resetState();
      throw broken(packet);
    }
    return decoded;
  }

  private static AudioException broken(byte[] packet) {
    return new AudioException(
        "expected one raw Opus packet (RFC 6716, without Ogg around it), got %d bytes that are none"
            .formatted(packet.length));
  }
}
