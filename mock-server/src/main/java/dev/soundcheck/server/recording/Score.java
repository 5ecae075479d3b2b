package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One recorded connection, read for one side: what it says, and what the other side does before.
 *
 * @param lines what our side says, in order
 * @param steps what the other side does, in order
 */
record Score(List<Line> lines, List<Step> steps) {
  Score {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
  }

  static Score of(List<Observed> seen, Origin own, Sound sound, Duration openedAt) {
    Copyist copyist = new Copyist(own, sound, openedAt);
    seen.forEach(copyist::take);
    return new Score(copyist.lines, copyist.steps);
  }

  /** Writes a score out of what was seen. */
  private static final class Copyist {
    private final Origin own;
    private final Waiting waiting;
    private final Sound sound;
    private final List<Line> lines = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Duration lastOwn;
    private Duration lastSound;
    private boolean turned;
    private boolean hearing;
    private int barrier;
    private int place;

    Copyist(Origin own, Sound sound, Duration openedAt) {
      this.own = own;
      this.waiting = Waiting.of(own);
      this.sound = sound;
      this.lastOwn = openedAt;
      this.lastSound = openedAt;
    }

    void take(Observed seen) {
      Sort sort = Sort.of(seen);
      if (Speaker.of(seen) == own) {
        say(seen);
      } else if (sort == Sort.STREAM) {
        place++;
        piece(seen);
      } else if (sort != Sort.IDLE && sort != Sort.CLOSE) {
        steps.add(new Step(seen, ++place, barrier));
        turned = false;
      }
    }

    private void piece(Observed seen) {
      if (!Waiting.openRun(steps) || turned) {
        steps.add(new Step(seen, place, barrier));
        turned = false;
      }
      steps.get(steps.size() - 1).add(seen, sound.amount(seen));
      lastSound = seen.at();
    }

    private void say(Observed seen) {
      if (seen instanceof Observed.Silence) {
        return;
      }
      int needs = waiting.steps(seen, hearing, steps);
      boolean partly =
          needs == steps.size() && Waiting.openRun(steps) && waiting.needsSound(seen, hearing);
      long amount = partly ? steps.get(needs - 1).amount() : 0;
      if (partly && !turned) {
        steps.get(needs - 1).need();
      }
      Duration cause = partly ? lastSound : needs > 0 ? steps.get(needs - 1).at() : Duration.ZERO;
      boolean afterCause = needs > 0 && cause.compareTo(lastOwn) >= 0;
      Duration gap = seen.at().minus(afterCause ? cause : lastOwn);
      lines.add(
          new Line(seen, partly ? needs - 1 : needs, amount, afterCause, gap, waiting.turns(seen)));
      lastOwn = seen.at();
      hear(Sort.name(seen));
      turned |= waiting.turns(seen);
      if (waiting.holdsBack(seen)) {
        barrier = lines.size();
      }
    }

    private void hear(String name) {
      if (name.equals("input_audio_buffer.speech_started")) {
        hearing = true;
      } else if (name.equals("response.created")) {
        hearing = false;
      }
    }
  }
}
