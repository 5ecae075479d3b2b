package dev.soundcheck.conformance.device;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** A microphone that records what a test says. */
final class FakeMicrophone {
  private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();

  TargetDataLine line() {
    return Playing.as(TargetDataLine.class, this::call);
  }

  /** The next piece; an empty one pulls it out. */
  void records(byte[] bytes) {
    said.add(bytes);
  }

  private @Nullable Object call(String method, Object[] args) throws InterruptedException {
    return switch (method) {
      case "read" -> read((byte[]) args[0]);
      case "open", "start" -> null;
      case "close" -> {
        said.add(new byte[0]);
        yield null;
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private int read(byte[] into) throws InterruptedException {
    byte[] bytes = said.take();
    System.arraycopy(bytes, 0, into, 0, bytes.length);
    return bytes.length;
  }
}
