package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** docs/decisions/audio-detector.md: one frame in fifty of the last eight seconds is louder. */
class RoomLevelsTest {
  private static final int KEPT = 800;

  private final RoomLevels room = new RoomLevels();
  private final List<Double> levels = new ArrayList<>();

  @Test
  void the_ceiling_is_what_one_frame_in_fifty_exceeds_whatever_comes_and_goes() {
    Random random = new Random(5);
    double middle = -60;
    for (int frame = 0; frame < 20_000; frame++) {
      if (random.nextInt(900) == 0) {
        room.clear();
        levels.clear();
      }
      middle = random.nextInt(300) == 0 ? -125 + 130 * random.nextDouble() : middle;
      double level = Math.max(Levels.NOTHING, middle + 4 * random.nextGaussian());
      room.add(level);
      levels.add(level);
      if (frame % 3 == 0) {
        assertThat(room.ceiling()).isEqualTo(expected());
      }
    }
  }

  private double expected() {
    List<Double> lately = levels.subList(Math.max(0, levels.size() - KEPT), levels.size());
    return lately.stream()
        .map(level -> Math.min(0, Math.round((level - Levels.NOTHING) * 4) / 4.0 + Levels.NOTHING))
        .sorted(Comparator.reverseOrder())
        .skip((long) (lately.size() * 0.02))
        .findFirst()
        .orElse(Levels.NOTHING);
  }
}
