package dev.soundcheck.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A telephone call that a scenario is about.
 *
 * @param from who calls, such as {@code +15550100}
 * @param to the number that was called; empty where it makes no difference
 * @param headers of SIP, by name, beside those that every call has
 */
public record IncomingCall(String from, Optional<String> to, Map<String, String> headers) {
  public IncomingCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
