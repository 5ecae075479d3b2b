package dev.soundcheck.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sound as raw Opus packets of 20 ms, mono at 24 kHz (events.yaml, {@code audio_formats}). */
final class OpusPackets {
  static final int RATE = 24_000;

  /** Samples in a packet: 20 ms, which every client that speaks Opus can take. */
  static final int SAMPLES = RATE / 50;

  /** At this rate speech is 24 to 30 dB above what the codec adds. */
  private static final int BITS_PER_SECOND = 64_000;

  /** The longest frame that Opus has (RFC 6716 section 3.4). */
  private static final int LARGEST = 1275;

  private OpusPackets() {}

  /** All the sound, its last packet filled up with silence. */
  static List<byte[]> of(Pcm sound) {
    int packets = (sound.length() + SAMPLES - 1) / SAMPLES;
    return with(encoder(), Arrays.copyOf(sound.samples(), packets * SAMPLES));
  }

  /** Whole packets, by an encoder that remembers those before. */
  static List<byte[]> with(OpusEncoder encoder, short[] samples) {
    List<byte[]> made = new ArrayList<>(samples.length / SAMPLES);
    byte[] packet = new byte[LARGEST];
    try {
      for (int at = 0; at < samples.length; at += SAMPLES) {
        int size = encoder.encode(samples, at, SAMPLES, packet, 0, LARGEST);
        made.add(Arrays.copyOf(packet, size));
      }
    } catch (OpusException impossible) {
      throw impossible(impossible);
    }
    return List.copyOf(made);
  }

  static OpusEncoder encoder() {
    try {
      OpusEncoder encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
      encoder.setBitrate(BITS_PER_SECOND);
      return encoder;
    } catch (OpusException impossible) {
      throw impossible(impossible);
    }
  }

  private static IllegalStateException impossible(OpusException refused) {
    return new IllegalStateException("Opus refused 20 ms of mono sound at 24 kHz", refused);
  }
}
