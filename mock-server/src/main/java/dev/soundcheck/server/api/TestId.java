package dev.soundcheck.server.api;

import java.util.Optional;

/**
 * Which test a request belongs to, so that tests side by side do not see each other: query {@code
 * test}, header {@code X-Soundcheck-Test}, {@code test:<id>} in the key, or the test for which a
 * client secret was minted; the first that is given wins.
 */
public final class TestId {
  private TestId() {}

  /** The id that a request names itself. */
  public static Optional<String> named(ApiRequest request) {
    return named(request, Credential.of(request));
  }

  /** The id; empty for none. */
  static String of(ApiRequest request, Credential credential, Optional<Keyring.Note> minted) {
    return named(request, credential)
        .or(() -> minted.map(Keyring.Note::test).filter(test -> !test.isEmpty()))
        .orElse("");
  }

  static Optional<String> named(ApiRequest request, Credential credential) {
    return request
        .parameter("test")
        .or(() -> request.header("X-Soundcheck-Test"))
        .or(credential::test);
  }
}
