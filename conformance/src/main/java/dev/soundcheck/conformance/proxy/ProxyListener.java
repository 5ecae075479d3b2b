package dev.soundcheck.conformance.proxy;

import java.net.URI;
import java.nio.file.Path;

/** Is told what passes by, in order, by one thread at a time. */
public interface ProxyListener {
  /** Listens to nothing. */
  ProxyListener NONE = new ProxyListener() {};

  /**
   * A client came.
   *
   * @param connection counted from 1
   * @param target where it is passed on to; may hold keys
   * @param trace the file that is written
   */
  default void opened(int connection, URI target, Path trace) {}

  /** Something went through. */
  default void passed(Passed passed) {}

  /**
   * The upgrade did not come about.
   *
   * @param status what the client was answered
   * @param words why
   */
  default void refused(int connection, int status, String words) {}

  /** A request that was no upgrade was passed on and answered. */
  default void forwarded(String method, String path, int status) {}

  /**
   * The trace cannot be written, or not any more. Told once for each connection.
   *
   * @param why and what becomes of the connection
   */
  default void unwritable(int connection, String why) {}
}
