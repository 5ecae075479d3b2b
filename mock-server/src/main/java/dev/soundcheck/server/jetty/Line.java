package dev.soundcheck.server.jetty;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection goes over, and what can be done badly to it. Safe for use by many threads. */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final EndPoint bottom;
  private volatile boolean dead;

  /** The line below this end, below TLS where there is any. */
  Line(EndPoint end) {
    this.bottom = bottom(end);
  }

  /** What a connection goes over in the end. */
  static EndPoint bottom(EndPoint end) {
    EndPoint below = end;
    while (below instanceof EndPoint.Wrapper wrapped) {
      below = wrapped.unwrap();
    }
    return below;
  }

  /** Ends it with a TCP reset: what waits is thrown away (RFC 9293 §3.10.7; {@code SO_LINGER}). */
  void reset() {
    try {
      if (bottom.getTransport() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException alreadyGone) {
      LOG.debug("event=reset-too-late", alreadyGone);
    }
    bottom.close();
  }

  /** Nothing is to be read or sent from now on. */
  void goDead() {
    dead = true;
  }

  /** How often something came after nothing more had come for a while; 0 where nobody counts. */
  int wakes() {
    return bottom instanceof Doorstep step ? step.wakes() : 0;
  }

  /** So much comes that it is not for a thread that reads for all. */
  void muchComes() {
    if (bottom instanceof Doorstep step) {
      step.crowded();
    }
  }

  boolean dead() {
    return dead;
  }
}
