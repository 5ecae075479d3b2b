package dev.soundcheck.conformance.rehearsal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the mocks of a suite listen, and when a part is over.
 *
 * @param port where they listen, one after another; 0 for anywhere, several at once
 * @param tls the folder of the certificate when they speak TLS
 * @param toTheEnd whether a client has to end by itself, with exit status 0, once the scenario is
 *     over: programs that look at what they got themselves
 */
public record Stage(int port, Optional<Path> tls, boolean toTheEnd) {
  /** Anywhere, without TLS; a part is over when the scenario is. */
  public static final Stage USUAL = new Stage(0, Optional.empty(), false);
}
