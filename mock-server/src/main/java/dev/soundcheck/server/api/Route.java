package dev.soundcheck.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that can be asked for over HTTP.
 *
 * @param method in capitals; {@code GET} stands for {@code HEAD} too
 * @param path a name in braces stands for one segment: {@code /v1/tts/voices/{id}}
 * @param handler answers
 */
public record Route(String method, String path, Handler handler) {
  /** Answers the requests of one route, from many threads. */
  @FunctionalInterface
  public interface Handler {
    /**
     * The answer to a request.
     *
     * @throws RefusedException with an answer too, where that reads better
     */
    ApiReply answer(Visit visit) throws RefusedException;
  }

  /**
   * A request that came to a route.
   *
   * @param variables what stands for the names in braces
   */
  public record Visit(ApiRequest request, Map<String, String> variables) {
    public Visit {
      variables = Map.copyOf(variables);
    }

    /** What stands for this name, which the route's path has in braces. */
    public String variable(String name) {
      String value = variables.get(name);
      if (value == null) {
        throw new IllegalArgumentException("the path has no variable {" + name + "}");
      }
      return value;
    }
  }

  public static Route get(String path, Handler handler) {
    return new Route("GET", path, handler);
  }

  public static Route post(String path, Handler handler) {
    return new Route("POST", path, handler);
  }

  public static Route put(String path, Handler handler) {
    return new Route("PUT", path, handler);
  }

  public static Route delete(String path, Handler handler) {
    return new Route("DELETE", path, handler);
  }

  boolean takes(String asked) {
    return asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
  }

  /** The variables of this path, if it is one of this route's. */
  Optional<Map<String, String>> match(String asked) {
    String[] pattern = path.split("/", -1);
    String[] segments = asked.split("/", -1);
    if (pattern.length != segments.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      boolean variable = pattern[i].startsWith("{");
      if (variable ? segments[i].isEmpty() : !pattern[i].equals(segments[i])) {
        return Optional.empty();
      }
      if (variable) {
        variables.put(pattern[i].substring(1, pattern[i].length() - 1), segments[i]);
      }
    }
    return Optional.of(variables);
  }
}
