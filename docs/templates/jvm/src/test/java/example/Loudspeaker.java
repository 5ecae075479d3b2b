package example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays at once what it gets, and knows whether it was stopped. */
final class Loudspeaker implements Speaker {
  private final AtomicInteger bytes = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public void play(byte[] sound) {
    bytes.addAndGet(sound.length);
    begun.countDown();
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  int bytes() {
    return bytes.get();
  }

  boolean awaitBeginning() throws InterruptedException {
    return begun.await(20, TimeUnit.SECONDS);
  }

  boolean wasStopped() {
    return stopped.getCount() == 0;
  }
}
