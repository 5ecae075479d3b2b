package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Tells the wire profile from what a server said (live-behaviour.md 0.1): at the launch no {@code
 * session.created} came; since the end of August 2026 items say whether they are replayed, and the
 * voice is {@code xai_ara}.
 */
final class SpokenProfile {
  private SpokenProfile() {}

  static Profile of(List<Observed> seen) {
    List<Observed.Message> said =
        seen.stream()
            .filter(Observed.Message.class::isInstance)
            .map(Observed.Message.class::cast)
            .filter(message -> message.from() == Origin.SERVER)
            .toList();
    if (said.stream().map(Observed.Message::json).anyMatch(SpokenProfile::isOfToday)) {
      return Profile.LIVE;
    }
    boolean greeted = said.stream().anyMatch(message -> message.type().equals("session.created"));
    boolean began = said.stream().anyMatch(SpokenProfile::isConversation);
    return began && !greeted ? Profile.LAUNCH : Profile.LIVE_2026_07;
  }

  private static boolean isConversation(Observed.Message message) {
    return message.type().equals("conversation.created");
  }

  private static boolean isOfToday(JsonNode event) {
    return event.path("item").has("replayed")
        || event.at("/response/output").valueStream().anyMatch(item -> item.has("replayed"))
        || event.at("/session/voice").asString("").startsWith("xai_");
  }
}
