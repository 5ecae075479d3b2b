package dev.soundcheck.conformance.report;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.hearing.Sides;
import dev.soundcheck.conformance.report.Track.Stretch;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sound of a conversation as it was heard.
 *
 * @param client what the client said
 * @param server what the client's user heard of the server
 */
record Heard(List<Stretch> client, List<Stretch> server) {
  /** Quieter than this is nothing to hear: -66 dBFS. */
  private static final int QUIET = 16;

  private static final int FRAME = Track.RATE / 50;
  private static final int LONG_QUIET = 20;
  private static final AudioFormat SMALL = new AudioFormat(AudioFormat.Encoding.PCMU, Track.RATE);

  static Heard of(Trace trace) {
    Sides sides = new Sides(trace.header().audio());
    Track client = new Track();
    Track server = new Track();
    for (Observed seen : trace.seen()) {
      sides
          .hear(seen)
          .ifPresent(
              piece ->
                  piece
                      .sound()
                      .ifPresent(
                          sound ->
                              (piece.from() == Origin.CLIENT ? client : server)
                                  .lay(piece.at(), sound)));
      if (Sides.silences(seen)) {
        server.cut(seen.at());
      }
    }
    return new Heard(client.stretches(), server.stretches());
  }

  List<Stretch> of(Origin side) {
    return side == Origin.CLIENT ? client : server;
  }

  boolean isEmpty() {
    return client.isEmpty() && server.isEmpty();
  }

  Duration end() {
    return last(client).compareTo(last(server)) > 0 ? last(client) : last(server);
  }

  private static Duration last(List<Stretch> side) {
    return side.isEmpty() ? Duration.ZERO : side.get(side.size() - 1).end();
  }

  /** The loudest of each step of time, 0 to 255. */
  byte[] peaks(Origin side, int steps, Duration step) {
    byte[] peaks = new byte[steps];
    for (Stretch stretch : of(side)) {
      long from = Pcm.samplesIn(stretch.at(), Track.RATE);
      int size = Math.max(1, Pcm.samplesIn(step, Track.RATE));
      short[] samples = stretch.sound().samples();
      for (int i = 0; i < samples.length; i++) {
        int place = (int) Math.min(steps - 1L, (from + i) / size);
        int loud = Math.min(255, Math.abs(samples[i]) >> 7);
        peaks[place] = (byte) Math.max(peaks[place] & 0xFF, loud);
      }
    }
    return peaks;
  }

  /** What can be heard of a side, without what is silent for long; at most so much in all. */
  List<Stretch> audible(Origin side, Duration most) {
    List<Stretch> audible = new ArrayList<>();
    int left = Pcm.samplesIn(most, Track.RATE);
    for (Stretch stretch : of(side)) {
      for (Stretch loud : loud(stretch)) {
        int length = Math.min(left, loud.sound().length());
        if (length > 0) {
          audible.add(new Stretch(loud.at(), loud.sound().slice(0, length)));
          left -= length;
        }
      }
    }
    return audible;
  }

  /** Sound in half the bytes, as telephones have it; every browser plays it. */
  static byte[] small(Pcm sound) {
    return SMALL.encode(sound);
  }

  private static List<Stretch> loud(Stretch stretch) {
    List<Stretch> loud = new ArrayList<>();
    Pcm sound = stretch.sound();
    int begun = -1;
    int quiet = 0;
    for (int at = 0; at < sound.length(); at += FRAME) {
      boolean heard = heard(sound.samples(), at);
      quiet = heard ? 0 : quiet + 1;
      if (heard && begun < 0) {
        begun = Math.max(0, at - FRAME);
      } else if (quiet == LONG_QUIET && begun >= 0) {
        loud.add(part(stretch, begun, at - (LONG_QUIET - 2) * FRAME));
        begun = -1;
      }
    }
    if (begun >= 0) {
      loud.add(part(stretch, begun, sound.length()));
    }
    return loud;
  }

  private static boolean heard(short[] samples, int from) {
    int to = Math.min(samples.length, from + FRAME);
    for (short sample : Arrays.copyOfRange(samples, from, to)) {
      if (Math.abs(sample) > QUIET) {
        return true;
      }
    }
    return false;
  }

  private static Stretch part(Stretch whole, int from, int to) {
    return new Stretch(
        whole.at().plus(Pcm.lasting(from, Track.RATE)), whole.sound().slice(from, to));
  }
}
