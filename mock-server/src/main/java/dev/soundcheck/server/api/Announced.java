package dev.soundcheck.server.api;

import java.net.URI;
import java.util.Optional;

/**
 * A call that was announced by webhook, and what came of that.
 *
 * @param callId the call's
 * @param to where it was announced
 * @param status of the answer; empty when there was none
 * @param why there was no answer; empty when there was one
 */
public record Announced(String callId, URI to, Optional<Integer> status, String why) {
  /** Whether somebody took it down: any status from 200 to 299. */
  public boolean taken() {
    return status.filter(code -> code >= 200 && code < 300).isPresent();
  }
}
