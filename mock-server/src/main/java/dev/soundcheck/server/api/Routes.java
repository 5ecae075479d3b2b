package dev.soundcheck.server.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All routes: finds the one that a request means. A path without variables wins over others. */
final class Routes {
  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes =
        routes.stream().sorted(Comparator.comparing(route -> route.path().contains("{"))).toList();
  }

  ApiReply answer(ApiRequest request) {
    List<Route> here = routes.stream().filter(it -> it.match(request.path()).isPresent()).toList();
    if (here.isEmpty()) {
      return Refusals.nothingAt(request.path(), endpoints());
    }
    Optional<Route> meant = here.stream().filter(it -> it.takes(request.method())).findFirst();
    return meant
        .map(route -> answer(route, request))
        .orElseGet(() -> Refusals.notAllowed(request.method(), request.path(), allowed(here)));
  }

  private static ApiReply answer(Route route, ApiRequest request) {
    try {
      Map<String, String> variables = route.match(request.path()).orElseThrow();
      return route.handler().answer(new Route.Visit(request, variables));
    } catch (RefusedException refused) {
      return refused.reply();
    }
  }

  private static String allowed(List<Route> routes) {
    return routes.stream().map(Route::method).distinct().sorted().collect(Collectors.joining(", "));
  }

  /** Method and path of each, the socket marked as such. */
  List<String> endpoints() {
    return routes.stream()
        .map(
            route ->
                route.method()
                    + " "
                    + route.path()
                    + (route.path().equals(Front.SOCKET) ? " (WebSocket)" : ""))
        .toList();
  }
}
