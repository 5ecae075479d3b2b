package dev.soundcheck.server.session;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids and choices of one session, all from its seed: the same seed gives the same ones. */
public final class Ids {
  private final SplittableRandom random;

  public Ids(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A version 4 UUID with dashes, as the live service uses for events, items and responses. */
  public String uuid() {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** 32 hexadecimal digits without dashes, as the live service uses for sessions. */
  public String hex() {
    return uuid().replace("-", "");
  }

  /** The source of every other choice, such as chunk sizes. */
  public SplittableRandom random() {
    return random;
  }
}
