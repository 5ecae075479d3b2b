package dev.soundcheck.server.control;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.KeyDigest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the control API: whoever shows the key; where there is none, this machine, no page of
 * another one, and nobody whom a proxy on this machine lets through.
 */
record Gate(Optional<KeyDigest> key) {
  private static final String BEARER = "bearer ";
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** What proxies add. It is believed only so far that somebody else stands behind. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  /** Without a key when none is given. */
  static Gate of(Optional<String> key) {
    return new Gate(key.map(KeyDigest::of));
  }

  /** The same route behind the gate. */
  Route guarded(Route route) {
    return new Route(
        route.method(),
        route.path(),
        visit -> {
          check(visit.request());
          return route.handler().answer(visit);
        });
  }

  /**
   * The same for a file of a page. Browsers open pages without a key: where there is one the page
   * asks for it, and shows it with what it asks for then.
   */
  Route forPages(Route file) {
    return key.isPresent() ? file : guarded(file);
  }

  private void check(ApiRequest request) throws RefusedException {
    if (key.isPresent()) {
      checkKey(request, key.get());
    } else if (!request.local()) {
      throw refused("It came from another machine.");
    } else if (FORWARDED.stream().anyMatch(name -> request.header(name).isPresent())) {
      throw refused("It came through a proxy.");
    } else if (!isHere(request.header("Host").map("http://"::concat))) {
      throw refused("It names another host, as a page does that is meant to reach this machine.");
    } else if (!isHere(request.header("Origin"))) {
      throw refused("It came from a page of another machine.");
    }
  }

  private static void checkKey(ApiRequest request, KeyDigest key) throws RefusedException {
    String shown =
        request
            .header("Authorization")
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()).strip())
            .orElse("");
    if (!key.matches(KeyDigest.of(shown))) {
      throw new RefusedException(
          ApiReply.refusal(
              401,
              "unauthenticated",
              "Show the key of --control-key: 'Authorization: Bearer <key>'."));
    }
  }

  /** An address that is not given is nobody else's. */
  private static boolean isHere(Optional<String> address) {
    return address.map(Gate::host).map(LOCAL::contains).orElse(true);
  }

  private static String host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost()).orElse("");
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private static RefusedException refused(String why) {
    return new RefusedException(
        ApiReply.refusal(
            403,
            "forbidden",
            "The control API is for this machine only. %s Start the server with --control-key to open it to others."
                .formatted(why)));
  }
}
