package dev.soundcheck.server.store;

import dev.soundcheck.server.ServerException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a store of several servers is: {@code redis://host:6379/0}, {@code rediss://} with TLS.
 *
 * @param database 0 where none is named
 * @param user empty for the usual one
 */
public record StoreAddress(
    boolean tls,
    String host,
    int port,
    int database,
    Optional<String> user,
    Optional<String> password) {
  private static final int USUAL_PORT = 6379;

  /**
   * The address as written.
   *
   * @param password empty for that of the address, or none
   * @throws ServerException when it is none: what was expected and found, without what may be a
   *     password
   */
  public static StoreAddress of(String written, Optional<String> password) {
    URI uri = uri(written);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("rediss?") || uri.getHost() == null) {
      throw wrong("it begins with '%s' and names %s".formatted(scheme, host(uri)));
    }
    String[] login = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
    Optional<String> inside = Optional.of(login[login.length - 1]).filter(it -> login.length > 1);
    return new StoreAddress(
        scheme.equals("rediss"),
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        database(uri),
        Optional.of(login[0]).filter(name -> !name.isEmpty()),
        password.or(() -> inside));
  }

  private static URI uri(String written) {
    try {
      return URI.create(written);
    } catch (IllegalArgumentException unreadable) {
      throw wrong("it is no address at all");
    }
  }

  private static String host(URI uri) {
    return Optional.ofNullable(uri.getHost()).map("the host '%s'"::formatted).orElse("no host");
  }

  private static int database(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
    if (path.isEmpty()) {
      return 0;
    }
    if (!path.matches("[0-9]{1,6}")) {
      throw wrong("its database is '%s'".formatted(path));
    }
    return Integer.parseInt(path);
  }

  private static ServerException wrong(String found) {
    return new ServerException(
        "The store: expected an address such as redis://127.0.0.1:6379/0, but %s."
            .formatted(found));
  }

  /** Without user and password: they must not reach a log. */
  @Override
  public String toString() {
    return "%s://%s:%d/%d".formatted(tls ? "rediss" : "redis", host, port, database);
  }
}
