package dev.soundcheck.conformance.proxy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** The keys that a client shows in a handshake, whatever they look like (clients.md §B). */
final class ShownKeys {
  private static final List<String> HEADERS = List.of("authorization", "api-key", "x-api-key");
  private static final String OFFERED = "sec-websocket-protocol";
  private static final String IN_OFFER = "(?i)^(?:xai-client-secret|openai-insecure-api-key)\\.";

  /** What is shorter is no key, and would be found in the midst of words. */
  private static final int SHORTEST = 8;

  private ShownKeys() {}

  /** What finds each of them. */
  static List<Pattern> in(HttpFields asked) {
    return asked.stream()
        .flatMap(ShownKeys::keys)
        .filter(key -> key.length() >= SHORTEST)
        .distinct()
        .map(Pattern::quote)
        .map(Pattern::compile)
        .toList();
  }

  private static Stream<String> keys(HttpField field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    if (HEADERS.contains(name)) {
      return Stream.of(field.getValue().replaceFirst("(?i)^(?:bearer|basic)\\s+", "").strip());
    }
    return name.equals(OFFERED)
        ? Stream.of(field.getValues())
            .map(String::strip)
            .filter(offer -> Pattern.compile(IN_OFFER).matcher(offer).find())
            .map(offer -> offer.replaceFirst(IN_OFFER, ""))
        : Stream.empty();
  }
}
