package dev.soundcheck.conformance.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether an address is of this machine alone, told by what its name means. */
final class Loopback {
  private Loopback() {}

  static boolean is(URI url) {
    return is(url.getHost());
  }

  static boolean is(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }
}
