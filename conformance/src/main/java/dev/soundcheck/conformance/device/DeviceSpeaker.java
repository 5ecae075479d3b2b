package dev.soundcheck.conformance.device;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.Loudspeaker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.SourceDataLine;

/** A loudspeaker of this machine. */
public final class DeviceSpeaker implements Loudspeaker, AutoCloseable {
  static final int BUFFER_MS = 200;

  private static final Duration LEAD = Duration.ofMillis(80);
  private static final int LOOK_MS = 5;

  /** What is in the device, and what a room makes of it. */
  private static final Duration ECHO = Duration.ofMillis(BUFFER_MS + 200);

  private final SourceDataLine line;
  private final int channels;
  private final int rate;
  private final int frame;
  private final Feed feed;
  private volatile long soundedAt = System.nanoTime() - ECHO.toNanos();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DeviceSpeaker::daemon);

  DeviceSpeaker(SoundCards.Opened<SourceDataLine> opened) {
    this.line = opened.line();
    this.channels = opened.format().getChannels();
    this.rate = (int) opened.format().getSampleRate();
    this.frame = opened.format().getFrameSize();
    this.feed = new Feed(rate, LEAD);
    line.start();
    var unused = thread.scheduleAtFixedRate(this::feed, 0, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void play(Duration at, Pcm sound) {
    feed.play(at, sound);
  }

  @Override
  public void fallSilent(Duration at) {
    feed.fallSilent();
  }

  @Override
  public Duration lead() {
    return LEAD;
  }

  /** Whether something is heard, or was a moment ago: rooms echo. */
  public boolean sounding() {
    return feed.sounding() || System.nanoTime() - soundedAt < ECHO.toNanos();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    line.close();
  }

  /** Never blocks: it writes only what the device has room for. */
  private void feed() {
    if (feed.takeSilence()) {
      line.stop();
      line.flush();
      line.start();
    }
    if (feed.sounding()) {
      soundedAt = System.nanoTime();
    }
    for (Optional<Pcm> next = next(); next.isPresent(); next = next()) {
      byte[] bytes = Channels.spread(next.orElseThrow(), channels);
      line.write(bytes, 0, bytes.length);
    }
  }

  private Optional<Pcm> next() {
    int room = line.available();
    Duration inDevice =
        Duration.ofNanos((line.getBufferSize() - room) / frame * 1_000_000_000L / rate);
    boolean fits = room >= Pcm.samplesIn(LEAD, rate) * frame;
    return fits ? feed.next(inDevice) : Optional.empty();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "loudspeaker");
    thread.setDaemon(true);
    return thread;
  }
}
