package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns made of frames that somebody else took for speech or not. */
final class Turns {
  /**
   * How frames become turns.
   *
   * @param frame how long a frame is
   * @param inRow so many frames in a row begin a turn
   * @param begins how sure they must be
   * @param goesOn how sure a frame must be to prolong it
   */
  record Rule(Duration frame, int inRow, double begins, double goesOn) {}

  private Turns() {}

  static List<Edge> of(double[] sure, Rule rule, Duration silence) {
    List<Edge> edges = new ArrayList<>();
    int row = 0;
    int end = -1;
    for (int i = 0; i < sure.length; i++) {
      row = sure[i] >= rule.begins ? row + 1 : 0;
      Duration now = rule.frame.multipliedBy(i + 1L);
      if (end < 0 && row >= rule.inRow) {
        edges.add(new Edge(Kind.STARTED, rule.frame.multipliedBy(i + 1L - row), now));
        end = i + 1;
      } else if (end >= 0 && sure[i] >= rule.goesOn) {
        end = i + 1;
      } else if (end >= 0 && now.minus(rule.frame.multipliedBy(end)).compareTo(silence) >= 0) {
        edges.add(new Edge(Kind.STOPPED, rule.frame.multipliedBy(end), now));
        end = -1;
      }
    }
    return edges;
  }
}
