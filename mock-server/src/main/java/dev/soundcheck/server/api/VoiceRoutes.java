package dev.soundcheck.server.api;

import dev.soundcheck.server.session.Voices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/tts/voices} and {@code /{id}} (live-behaviour.md §7.2). */
final class VoiceRoutes {
  private static final String VOICES = "/v1/tts/voices";

  /** Of the others nobody wrote it down, so it is left out. */
  private static final Map<String, String> GENDERS =
      Map.of("ara", "female", "eve", "female", "leo", "male", "rex", "male", "sal", "neutral");

  private final Keyring keyring;

  VoiceRoutes(Keyring keyring) {
    this.keyring = keyring;
  }

  List<Route> routes() {
    return List.of(
        Route.get(VOICES, visit -> all(visit.request())),
        Route.get(VOICES + "/{id}", visit -> one(visit.request(), visit.variable("id"))));
  }

  private ApiReply all(ApiRequest request) throws RefusedException {
    ApiKeys.demanded(request, keyring);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    Voices.ids().stream().map(VoiceRoutes::shown).forEach(list.putArray("voices")::add);
    return ApiReply.json(200, list);
  }

  private ApiReply one(ApiRequest request, String name) throws RefusedException {
    ApiKeys.demanded(request, keyring);
    Optional<String> known =
        Voices.ids().stream().filter(name.toLowerCase(Locale.ROOT)::equals).findFirst();
    return known
        .map(id -> ApiReply.json(200, shown(id)))
        .orElseGet(
            () ->
                ApiReply.refusal(
                    404,
                    "not-found",
                    "There is no voice '%s'. GET %s lists all.".formatted(name, VOICES),
                    Voices.ids()));
  }

  private static ObjectNode shown(String id) {
    ObjectNode voice = JsonNodeFactory.instance.objectNode();
    voice.put("voice_id", id);
    voice.put("name", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    Optional.ofNullable(GENDERS.get(id)).ifPresent(gender -> voice.put("gender", gender));
    return voice;
  }
}
