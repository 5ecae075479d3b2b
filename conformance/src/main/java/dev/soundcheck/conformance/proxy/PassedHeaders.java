package dev.soundcheck.conformance.proxy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Which headers go on: all but those that are about one hop, or about one handshake. */
final class PassedHeaders {
  /** RFC 9110 section 7.6.1, and what each hop writes itself. */
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "content-length");

  /** RFC 6455 section 4: each hop shakes hands for itself, and no hop compresses. */
  private static final Set<String> HANDSHAKE =
      Set.of("sec-websocket-key", "sec-websocket-accept", "sec-websocket-extensions");

  private PassedHeaders() {}

  /** Of a client's request. */
  static HttpFields asked(HttpFields all) {
    return without(all, Set.of("sec-websocket-version"));
  }

  /** Of an upstream's answer. */
  static HttpFields answered(HttpFields all) {
    return without(all, Set.of());
  }

  /** Of an upstream's answer that accepts an upgrade; its subprotocol is answered by our own. */
  static HttpFields accepted(HttpFields all) {
    return without(all, Set.of("sec-websocket-protocol"));
  }

  private static HttpFields without(HttpFields all, Set<String> also) {
    Set<String> named =
        all.getCSV(HttpHeader.CONNECTION, false).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    HttpFields.Mutable kept = HttpFields.build();
    for (HttpField field : all) {
      String name = field.getLowerCaseName();
      if (!HOP.contains(name)
          && !HANDSHAKE.contains(name)
          && !named.contains(name)
          && !also.contains(name)) {
        kept.add(field);
      }
    }
    return kept;
  }
}
