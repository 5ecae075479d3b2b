package dev.soundcheck.server.profile;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.server.session.Hearing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes every sample that is not zero for speech. */
final class LoudSound implements Hearing {
  @Override
  public Listener listener(VoiceActivity.Settings settings, int rate) {
    return new Counting(settings.silence(), rate);
  }

  private static final class Counting implements Listener {
    private final long silence;
    private final int rate;
    private long position;
    private long lastLoud = -1;
    private boolean speaking;
    private List<Edge> edges = new ArrayList<>();

    Counting(Duration silence, int rate) {
      this.silence = silence.toNanos() * rate / 1_000_000_000L;
      this.rate = rate;
    }

    @Override
    public List<Edge> hear(Pcm chunk) {
      edges = new ArrayList<>();
      for (short sample : chunk.samples()) {
        if (sample != 0) {
          loud();
        } else if (speaking && position - lastLoud > silence) {
          speaking = false;
          edges.add(new Edge(Kind.STOPPED, time(lastLoud + 1), time(position)));
        }
        position++;
      }
      return edges;
    }

    private void loud() {
      lastLoud = position;
      if (!speaking) {
        speaking = true;
        edges.add(new Edge(Kind.STARTED, time(position), time(position)));
      }
    }

    private Duration time(long samples) {
      return Duration.ofNanos(samples * 1_000_000_000L / rate);
    }
  }
}
