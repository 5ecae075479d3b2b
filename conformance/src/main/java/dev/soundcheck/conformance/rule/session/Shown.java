package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What {@code session.updated} shows of what was sent, place by place (decisions.md
 * "session.updated"). Voices have another spelling there, and the model is not the client's to
 * choose, so neither is compared.
 */
final class Shown {
  /** The places whose values are shown as they were sent. */
  static final List<String> PLACES =
      List.of(
          "/instructions",
          "/turn_detection",
          "/reasoning",
          "/replace",
          "/tools",
          "/audio/input/format",
          "/audio/input/transport",
          "/audio/input/transcription",
          "/audio/output/format",
          "/audio/output/transport",
          "/audio/output/speed");

  private static final double NOISE = 1e-6;

  private Shown() {}

  /** Whether this place shows what was sent. */
  static boolean fits(String place, JsonNode sent, JsonNode shown, Profile profile) {
    if (sent.isNull()) {
      return shown.isMissingNode() || (shown.isNull() && !captured(profile));
    }
    return switch (place) {
      case "/tools" -> Tools.fit(sent, shown, profile);
      case "/audio/input/format", "/audio/output/format" -> format(sent, shown, profile);
      default -> same(sent, shown);
    };
  }

  /** Profiles whose frames were captured (live-behaviour.md 1.3). */
  static boolean captured(Profile profile) {
    return profile != Profile.DOCUMENTED && profile != Profile.OPENAI_GA;
  }

  /** Strict clients know one rate of PCM, so another may be left out (clients.md 6.5). */
  private static boolean format(JsonNode sent, JsonNode shown, Profile profile) {
    return sent.properties().stream()
        .allMatch(
            member ->
                same(member.getValue(), shown.path(member.getKey()))
                    || (profile == Profile.OPENAI_GA
                        && member.getKey().equals("rate")
                        && shown.path("rate").isMissingNode()));
  }

  /** Equal, whichever way a number is written. */
  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(Shown::compare, other);
  }

  private static int compare(JsonNode one, JsonNode other) {
    boolean near =
        one.isNumber() && other.isNumber() && Math.abs(Numbers.of(one) - Numbers.of(other)) < NOISE;
    return near || one.equals(other) ? 0 : 1;
  }
}
