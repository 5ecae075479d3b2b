package dev.soundcheck.server.page;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.Front;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the page, as they lie beside this class. Each is told by a hash of its content, so
 * that a browser asks every time and gets it only when it is another one.
 */
public final class PageFiles {
  /** Nothing but our own files runs, is fetched or shown, and nobody puts the page into theirs. */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "media-src blob:",
          "connect-src 'self'%s",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'");

  /** A host and its port, and nothing that could be another directive. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\-\\[\\]]{1,255}");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}\\.(html|js|css|svg)");
  private static final Pattern FOLDER = Pattern.compile("[a-z]{1,20}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8");

  private PageFiles() {}

  /** What a browser asks for. */
  public static List<Route> routes() {
    return List.of(
        Route.get(Front.PAGE + "{file}", visit -> file(visit, "")),
        Route.get(Front.PAGE + "{folder}/{file}", visit -> file(visit, visit.variable("folder"))));
  }

  private static ApiReply file(Route.Visit visit, String folder) throws RefusedException {
    String name = visit.variable("file");
    boolean named =
        NAME.matcher(name).matches() && (folder.isEmpty() || FOLDER.matcher(folder).matches());
    Optional<String> content =
        named ? read(folder.isEmpty() ? name : folder + "/" + name) : Optional.empty();
    if (content.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(
              404,
              "not-found",
              "The page has no file '%s'. It begins at '/'.".formatted(visit.request().path())));
    }
    return reply(visit.request(), name, content.get());
  }

  private static ApiReply reply(ApiRequest request, String name, String content) {
    String tag = "\"" + hash(content) + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    headers.put("Cache-Control", "no-cache");
    headers.put("Content-Security-Policy", policy(request));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Vary", "Accept");
    if (request.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()) {
      return new ApiReply(304, headers, "");
    }
    headers.put("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    return new ApiReply(200, headers, content);
  }

  /** Some browsers do not take the sockets of the page's own server for its own. */
  private static String policy(ApiRequest request) {
    String host = request.header("Host").filter(name -> HOST.matcher(name).matches()).orElse("");
    return POLICY.formatted(host.isEmpty() ? "" : " ws://%1$s wss://%1$s".formatted(host));
  }

  private static Optional<String> read(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read", unreadable);
    }
  }

  private static String hash(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
