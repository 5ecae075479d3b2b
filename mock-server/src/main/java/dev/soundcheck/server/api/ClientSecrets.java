package dev.soundcheck.server.api;

import dev.soundcheck.schemas.Json;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code POST /v1/realtime/client_secrets}: a secret for one socket (live-behaviour.md §7.1). The
 * body may be empty, or {@code {"expires_after": {"seconds": 1..3600}}}; other members are accepted
 * and have no effect, so that of them nothing is bound to the secret.
 */
final class ClientSecrets {
  private static final int DEFAULT_SECONDS = 600;
  private static final int MAX_SECONDS = 3600;

  private final Keyring keyring;

  ClientSecrets(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Status 200 with {@code value} and {@code expires_at}, in seconds since 1970. */
  ApiReply mint(ApiRequest request) {
    try {
      Credential credential = ApiKeys.demanded(request, keyring);
      Keyring.Secret secret = keyring.mint(lasting(request.body()), note(request, credential));
      return ApiReply.json(
          200,
          JsonNodeFactory.instance
              .objectNode()
              .put("value", secret.value())
              .put("expires_at", secret.expires().getEpochSecond()));
    } catch (RefusedException refused) {
      return refused.reply();
    }
  }

  private Keyring.Note note(ApiRequest request, Credential credential) throws RefusedException {
    Keyring.Note note =
        new Keyring.Note(
            TestId.named(request, credential).orElse(""),
            keyring.owner(credential.key()),
            credential.scenario());
    int bytes = SecretBody.bound(note);
    if (bytes > SecretBody.MOST_BOUND) {
      throw tooMuchBound(bytes);
    }
    return note;
  }

  private static RefusedException tooMuchBound(int bytes) {
    return new RefusedException(
        ApiReply.refusal(
            400,
            "invalid-argument",
            "A client secret carries the id of its test and the name of its scenario: expected %d"
                    .formatted(SecretBody.MOST_BOUND)
                + " bytes of both at most, got %d. Use shorter ones.".formatted(bytes)));
  }

  private static Duration lasting(String body) throws RefusedException {
    JsonNode read = read(body);
    JsonNode after = read.path("expires_after");
    if (!after.isMissingNode() && !after.isNull() && !after.isObject()) {
      throw badLifetime("expires_after", "an object", after);
    }
    JsonNode seconds = after.path("seconds");
    if (seconds.isMissingNode() || seconds.isNull()) {
      return Duration.ofSeconds(DEFAULT_SECONDS);
    }
    if (!seconds.isInt() || seconds.intValue() < 1 || seconds.intValue() > MAX_SECONDS) {
      throw badLifetime("expires_after.seconds", "a whole number from 1 to 3600", seconds);
    }
    return Duration.ofSeconds(seconds.intValue());
  }

  private static JsonNode read(String body) throws RefusedException {
    if (body.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    Optional<JsonNode> object = Json.parse(body).filter(JsonNode::isObject);
    if (object.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(
              400,
              "invalid-argument",
              "The body must be empty or a JSON object such as {\"expires_after\":{\"seconds\":300}}."));
    }
    return object.get();
  }

  private static RefusedException badLifetime(String where, String expected, JsonNode found) {
    return new RefusedException(
        ApiReply.refusal(
            400, "invalid-argument", "%s: expected %s, got %s.".formatted(where, expected, found)));
  }
}
