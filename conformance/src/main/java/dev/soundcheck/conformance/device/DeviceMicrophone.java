package dev.soundcheck.conformance.device;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.OpenMicrophone;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sound.sampled.TargetDataLine;

/** A microphone of this machine. What nobody asks for within a second is forgotten. */
public final class DeviceMicrophone implements OpenMicrophone, AutoCloseable {
  static final int BUFFER_MS = 100;

  private static final int PIECE_MS = 20;
  private static final int KEPT = 1_000 / PIECE_MS;

  private final TargetDataLine line;
  private final int channels;
  private final int rate;
  private final byte[] piece;
  private final Deque<Pcm> pieces = new ArrayDeque<>();
  private boolean asked;
  private volatile boolean closed;
  private volatile boolean broken;

  DeviceMicrophone(SoundCards.Opened<TargetDataLine> opened) {
    this.line = opened.line();
    this.channels = opened.format().getChannels();
    this.rate = (int) opened.format().getSampleRate();
    this.piece = new byte[SoundCards.bytes(opened.format(), PIECE_MS)];
    Thread thread = new Thread(this::record, "microphone");
    thread.setDaemon(true);
    thread.start();
  }

  /** What came before somebody asked for the first time is not meant for him. */
  @Override
  public synchronized Pcm recorded() {
    if (!asked) {
      asked = true;
      pieces.clear();
    }
    short[] all = new short[pieces.stream().mapToInt(Pcm::length).sum()];
    int at = 0;
    for (Pcm one : pieces) {
      System.arraycopy(one.samples(), 0, all, at, one.length());
      at += one.length();
    }
    pieces.clear();
    return new Pcm(all, rate);
  }

  /** Whether the device gives no more sound: somebody pulled it out. */
  @Override
  public boolean over() {
    return broken;
  }

  @Override
  public void close() {
    closed = true;
    line.close();
  }

  private void record() {
    line.start();
    while (!closed && !broken) {
      int read = line.read(piece, 0, piece.length);
      if (read > 0) {
        keep(Channels.mixed(piece, read, channels, rate));
      } else {
        broken = !closed;
      }
    }
  }

  private synchronized void keep(Pcm sound) {
    pieces.add(sound);
    if (pieces.size() > KEPT) {
      pieces.removeFirst();
    }
  }
}
