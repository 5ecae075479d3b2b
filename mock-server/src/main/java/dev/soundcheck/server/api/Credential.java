package dev.soundcheck.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client shows to be let in, and the scenario that may be written beside it (design.md,
 * "Choosing the scenario"). Every place in which clients show keys is looked at (clients.md §B).
 *
 * @param key an API key or a client secret; empty when it shows none
 * @param scenario the name after {@code scenario:}
 */
record Credential(Optional<String> key, Optional<String> scenario) {
  private static final String BEARER = "bearer ";
  private static final String SCENARIO = "scenario:";
  private static final List<String> SUBPROTOCOLS =
      List.of("xai-client-secret.", "openai-insecure-api-key.");

  static Credential of(ApiRequest request) {
    return Stream.of(bearer(request), request.header("api-key"), offered(request))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Credential::read)
        .orElse(new Credential(Optional.empty(), Optional.empty()));
  }

  private static Credential read(String shown) {
    if (shown.startsWith(SCENARIO)) {
      return new Credential(Optional.empty(), name(shown, SCENARIO.length()));
    }
    int mark = shown.lastIndexOf("+" + SCENARIO);
    return mark < 0
        ? new Credential(Optional.of(shown), Optional.empty())
        : new Credential(
            Optional.of(shown.substring(0, mark)), name(shown, mark + 1 + SCENARIO.length()));
  }

  private static Optional<String> name(String shown, int from) {
    return Optional.of(shown.substring(from)).filter(name -> !name.isBlank());
  }

  private static Optional<String> bearer(ApiRequest request) {
    return request
        .header("Authorization")
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> offered(ApiRequest request) {
    return request.subprotocols().stream()
        .flatMap(
            offer ->
                SUBPROTOCOLS.stream()
                    .filter(offer::startsWith)
                    .map(p -> offer.substring(p.length())))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
