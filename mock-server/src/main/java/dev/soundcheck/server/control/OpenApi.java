package dev.soundcheck.server.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The OpenAPI document of the control API. */
final class OpenApi {
  private OpenApi() {}

  static String document() {
    try (InputStream in =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("control-api.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("control-api.json cannot be read", unreadable);
    }
  }
}
