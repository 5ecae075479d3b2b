package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Events.add;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says other sound than it should, piece by piece, in PCM of 24 kHz. What is told of its length is
 * right all the same: {@code audio_duration_ms} and the seconds of the usage.
 */
final class OtherSound implements Habit {
  private static final int RATE = 24_000;

  private final String event;
  private final String member;
  private final Change change;
  private int number;
  private double longer;

  /** What becomes of a piece of sound. */
  interface Change {
    /**
     * The other sound; without a sample the piece is not said.
     *
     * @param number of the piece, from 1
     */
    short[] of(int number, short[] samples);
  }

  private OtherSound(String event, String member, Change change) {
    this.event = event;
    this.member = member;
    this.change = change;
  }

  /** Of a server. */
  static Habit ofServer(Change change) {
    return new OtherSound("response.output_audio.delta", "delta", change);
  }

  /** Of a client. */
  static Habit ofClient(Change change) {
    return new OtherSound("input_audio_buffer.append", "audio", change);
  }

  @Override
  public void says(ObjectNode said, Mouth mouth) {
    String type = said.path("type").asString("");
    if (type.equals(event)) {
      short[] before = samples(said.path(member).asString());
      short[] after = change.of(++number, before);
      if (after.length == 0 && before.length > 0) {
        longer -= before.length / (double) RATE;
        return;
      }
      longer += (after.length - before.length) / (double) RATE;
      said.put(member, base64(after));
      if (said.has("audio_duration_ms")) {
        said.put("audio_duration_ms", Math.round(after.length * 1_000.0 / RATE));
      }
    } else if (type.equals("response.done") && said.at("/usage").has("output_audio_seconds")) {
      add("/usage/output_audio_seconds", longer).accept(said);
      longer = 0;
    }
    mouth.say(said);
  }

  /** Where it is loudest. */
  static int peak(short[] samples) {
    int peak = 0;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > Math.abs(samples[peak])) {
        peak = i;
      }
    }
    return peak;
  }

  static short[] samples(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  static String base64(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
