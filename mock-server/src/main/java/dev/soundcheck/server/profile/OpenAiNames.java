package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Item;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What openai-java calls things that xAI calls otherwise, and what it cannot read at all
 * (clients.md 6.5, 10.1; tried against 4.52.0).
 */
final class OpenAiNames {
  private static final Set<String> TOOLS = Set.of("function", "mcp");
  private static final int PCM_RATE = 24_000;

  private OpenAiNames() {}

  /** Items are not cancelled there, they stay incomplete. */
  static String status(Item item) {
    return item.status() == Item.Status.CANCELLED ? "incomplete" : item.status().wire();
  }

  /** The type of a part says whose it is. */
  static String contentType(String role, Item.Content part) {
    String side = role.equals("assistant") ? "output_" : "input_";
    return switch (part.form()) {
      case TEXT -> side + "text";
      case TRANSCRIPT -> side + "audio";
      case IMAGE -> part.type();
    };
  }

  /** Tools of other kinds are not in its union. */
  static List<JsonNode> tools(List<JsonNode> all) {
    return all.stream().filter(tool -> TOOLS.contains(tool.path("type").asString(""))).toList();
  }

  /** PCM has one rate there; another cannot be shown. */
  static boolean showsRate(String encoding, int rate) {
    return !encoding.equals("audio/pcm") || rate == PCM_RATE;
  }
}
