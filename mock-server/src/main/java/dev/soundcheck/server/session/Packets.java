package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts planned pieces of sound where their format lets them be cut: a message of Opus holds one
 * packet (events.yaml, {@code audio_formats}), so a piece becomes a burst of packets.
 */
final class Packets {
  private final int grain;
  private final int samples;
  private final List<Delivery.Beat> cut = new ArrayList<>();
  private Duration owed = Duration.ZERO;

  private Packets(int grain, int samples) {
    this.grain = grain;
    this.samples = samples;
  }

  /** The plan in whole messages; as it is where a message may hold any number of samples. */
  static List<Delivery.Beat> of(List<Delivery.Beat> plan, Spoken spoken) {
    int grain = spoken.format().grain();
    if (grain == 1) {
      return plan;
    }
    Packets packets = new Packets(grain, spoken.samples());
    plan.forEach(packets::add);
    return List.copyOf(packets.cut);
  }

  private void add(Delivery.Beat beat) {
    if (!beat.isSound()) {
      cut.add(beat);
      return;
    }
    Duration gap = owed.plus(beat.gap());
    int to = bound(beat.to());
    for (int from = bound(beat.from()); from < to; from += grain) {
      cut.add(new Delivery.Beat(gap, beat.segment(), from, from + grain));
      gap = Duration.ZERO;
    }
    owed = gap;
  }

  /** What lies inside a packet belongs to the piece after it, the last packet to the last piece. */
  private int bound(int sample) {
    return sample > samples - grain ? samples : sample / grain * grain;
  }
}
