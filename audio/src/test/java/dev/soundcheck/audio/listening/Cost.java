package dev.soundcheck.audio.listening;

import com.sun.management.ThreadMXBean;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Sounds;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What listening costs a session: processor time and memory. */
final class Cost {
  private static final int MESSAGES_PER_SECOND = 50;
  private static final int DETECTORS = 2_000;

  private Cost() {}

  /** The rows of a Markdown table, for sound of these rates in messages of 20 ms. */
  static String table(Pcm speech, List<Pcm> byRate) {
    StringBuilder table =
        new StringBuilder(
            """
            | rate | processor time for a second of sound | of real time | garbage for a second of sound |
            |---:|---:|---:|---:|
            """);
    for (Pcm sound : byRate) {
      table.append(row(sound));
    }
    return table + "\nA session keeps %.1f kB for it.%n".formatted(kept(speech) / 1000.0);
  }

  private static String row(Pcm sound) {
    List<Pcm> messages = messages(sound);
    double seconds = sound.duration().toNanos() / 1e9;
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    long garbage = 0;
    for (int round = 0; round < 8; round++) {
      long bytes = thread.getCurrentThreadAllocatedBytes();
      long began = thread.getCurrentThreadCpuTime();
      hear(new VoiceActivity(Settings.DEFAULT, sound.rate()), messages);
      best = Math.min(best, (double) (thread.getCurrentThreadCpuTime() - began));
      garbage = thread.getCurrentThreadAllocatedBytes() - bytes;
    }
    double nanos = best / seconds;
    return String.format(
        Locale.ROOT,
        "| %d Hz | %.0f µs | 1 / %,.0f | %.1f kB |%n",
        sound.rate(),
        nanos / 1000,
        1e9 / nanos,
        garbage / seconds / 1000);
  }

  private static void hear(VoiceActivity ears, List<Pcm> messages) {
    messages.forEach(ears::hear);
  }

  private static List<Pcm> messages(Pcm sound) {
    int size = sound.rate() / MESSAGES_PER_SECOND;
    List<Pcm> messages = new ArrayList<>();
    for (int at = 0; at + size <= sound.length(); at += size) {
      messages.add(sound.slice(at, at + size));
    }
    return messages;
  }

  private static long kept(Pcm speech) {
    Pcm some = Sounds.amidSilence(speech, Duration.ofSeconds(1));
    long before = used();
    List<VoiceActivity> all = new ArrayList<>();
    for (int i = 0; i < DETECTORS; i++) {
      VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, some.rate());
      ears.hear(some);
      all.add(ears);
    }
    return (used() - before) / all.size();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      runtime.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
