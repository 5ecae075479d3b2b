package dev.soundcheck.server.jetty;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files this process may have open; each connection is one of them. */
final class Descriptors {
  /** For what is opened beside connections: jars, logs, certificates, webhooks, pipes. */
  private static final int OTHERS = 48;

  /** Fewer than these are no server. */
  private static final int LEAST = 8;

  private Descriptors() {}

  /** As many as {@code ulimit -n} says; the largest number where the system has no such limit. */
  static long most() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  /** How many of them connections may take, beside what is open now. */
  static long forConnections() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? forConnections(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
        : Long.MAX_VALUE;
  }

  static long forConnections(long most, long open) {
    return Math.max(LEAST, most - open - OTHERS);
  }
}
