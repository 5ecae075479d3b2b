package dev.soundcheck.conformance.client;

import java.time.Duration;

/** Time as the client lives it. Whatever it is given runs one at a time, in order. */
interface Pace extends AutoCloseable {
  /** Since some fixed moment. */
  Duration now();

  /** As soon as possible. */
  void soon(Runnable work);

  /** Not before this moment; at once if it is past. */
  void at(Duration moment, Runnable work);

  @Override
  void close();
}
