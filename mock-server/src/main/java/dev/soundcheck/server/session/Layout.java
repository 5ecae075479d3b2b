package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lays spoken sound into pieces that somebody else has chosen. */
final class Layout {
  private final Spoken spoken;
  private final Pace pace;
  private final List<Spoken.Segment> segments = new ArrayList<>();
  private final List<Delivery.Beat> beats = new ArrayList<>();
  private long laid;
  private int position;

  private Layout(Spoken spoken, Pace pace) {
    this.spoken = spoken;
    this.pace = pace;
  }

  /** The plan: every piece becomes a delta, as long as there is sound for it. */
  static List<Delivery.Beat> of(Spoken spoken, List<Phrasing.Piece> pieces, Pace pace, Ids ids) {
    Layout layout = new Layout(spoken, pace);
    long whole = Phrasing.lasting(pieces).toNanos();
    for (Phrasing.Piece piece : pieces) {
      if (piece instanceof Phrasing.Words words) {
        layout.segments.add(new Spoken.Segment(ids.uuid(), words.words(), 0, 0));
      }
    }
    int phrase = 0;
    for (Phrasing.Piece piece : pieces) {
      if (piece instanceof Phrasing.Sound sound) {
        layout.sound(sound, Math.max(1, whole), ids);
      } else {
        layout.words(phrase++);
      }
    }
    return List.copyOf(layout.beats);
  }

  private void words(int phrase) {
    Spoken.Segment announced = segments.get(phrase);
    Spoken.Segment placed =
        new Spoken.Segment(announced.rid(), announced.words(), position, spoken.samples());
    beats.add(new Delivery.Beat(Duration.ZERO, placed, 0, 0));
  }

  private void sound(Phrasing.Sound piece, long whole, Ids ids) {
    laid += piece.lasting().toNanos();
    int share = (int) ((double) spoken.samples() * laid / whole);
    int to = Math.min(spoken.samples(), Math.max(position + 1, share));
    Duration wait = pace.gap().hold(piece.lasting().dividedBy(pace.speed()));
    if (to > position) {
      Duration gap = beats.isEmpty() ? Duration.ZERO : wait;
      beats.add(new Delivery.Beat(gap, segment(piece.phrase(), ids), position, to));
    }
    position = to;
  }

  /** Sound whose words never come belongs to words of its own. */
  private Spoken.Segment segment(int phrase, Ids ids) {
    return phrase >= 0 && phrase < segments.size()
        ? segments.get(phrase)
        : new Spoken.Segment(ids.uuid(), "", 0, 0);
  }
}
