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
 * @param test the id after {@code test:}
 */
record Credential(Optional<String> key, Optional<String> scenario, Optional<String> test) {
  private static final String BEARER = "bearer ";
  private static final String SCENARIO = "scenario:";
  private static final String TEST = "test:";
  private static final List<String> SUBPROTOCOLS =
      List.of("xai-client-secret.", "openai-insecure-api-key.");

  static Credential of(ApiRequest request) {
    return Stream.of(bearer(request), request.header("api-key"), offered(request))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Credential::read)
        .orElse(new Credential(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** What stands beside the key is cut off from behind, in either order. */
  private static Credential read(String shown) {
    int scenario = mark(shown, SCENARIO);
    int test = mark(shown, TEST);
    int first = scenario < 0 || (test >= 0 && test < scenario) ? test : scenario;
    int scenarioEnds = test > scenario ? test - 1 : shown.length();
    int testEnds = scenario > test ? scenario - 1 : shown.length();
    return new Credential(
        first < 0 ? Optional.of(shown) : filled(shown.substring(0, Math.max(0, first - 1))),
        scenario < 0
            ? Optional.empty()
            : filled(shown.substring(scenario + SCENARIO.length(), scenarioEnds)),
        test < 0 ? Optional.empty() : filled(shown.substring(test + TEST.length(), testEnds)));
  }

  /** Where this begins; -1 when it stands neither in front nor behind a plus. */
  private static int mark(String shown, String name) {
    int behind = shown.lastIndexOf("+" + name);
    return behind >= 0 ? behind + 1 : shown.startsWith(name) ? 0 : -1;
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(it -> !it.isBlank());
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
