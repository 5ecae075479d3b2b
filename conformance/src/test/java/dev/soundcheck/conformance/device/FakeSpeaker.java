package dev.soundcheck.conformance.device;

import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** A loudspeaker that plays when a test lets time pass. */
final class FakeSpeaker {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int size;
  private int frame = 1;
  private int inDevice;
  private int dropped;
  private boolean closed;

  SourceDataLine line() {
    return Playing.as(SourceDataLine.class, this::call);
  }

  /** All that was written, played or not. */
  synchronized byte[] written() {
    return written.toByteArray();
  }

  /** How much was dropped before it was played. */
  synchronized int dropped() {
    return dropped;
  }

  synchronized boolean closed() {
    return closed;
  }

  /** Plays as much. */
  synchronized void play(int frames) {
    inDevice = Math.max(0, inDevice - frames * frame);
  }

  private synchronized @Nullable Object call(String method, Object[] args) {
    return switch (method) {
      case "open" -> {
        AudioFormat format = FakeSoundCards.format(args);
        frame = format.getFrameSize();
        size = (Integer) args[1];
        yield null;
      }
      case "start", "stop" -> null;
      case "close" -> {
        closed = true;
        yield null;
      }
      case "available" -> size - inDevice;
      case "getBufferSize" -> size;
      case "write" -> write((byte[]) args[0], (Integer) args[2]);
      case "flush" -> {
        dropped += inDevice;
        inDevice = 0;
        yield null;
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private int write(byte[] bytes, int length) {
    if (length > size - inDevice) {
      throw new IllegalStateException("would block");
    }
    written.write(bytes, 0, length);
    inDevice += length;
    return length;
  }
}
