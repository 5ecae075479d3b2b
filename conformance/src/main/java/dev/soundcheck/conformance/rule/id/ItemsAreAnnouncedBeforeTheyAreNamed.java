package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashSet;
import java.util.Set;

/**
 * An item is added to the conversation or to a response before anything else is said about it
 * (live-behaviour.md 2.2 to 2.5). The buffer of the input names an item that comes into being
 * (2.3), and the items of an MCP server's tools are announced nowhere (events.yaml, mcp).
 */
final class ItemsAreAnnouncedBeforeTheyAreNamed implements ServerRule {
  private static final Set<EventType> ANNOUNCING =
      Set.of(
          EventType.CONVERSATION_ITEM_ADDED,
          EventType.CONVERSATION_ITEM_CREATED,
          EventType.RESPONSE_OUTPUT_ITEM_ADDED);

  private static final Set<EventType> NAMING =
      Set.of(
          EventType.CONVERSATION_ITEM_TRUNCATED,
          EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED,
          EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED,
          EventType.RESPONSE_OUTPUT_ITEM_DONE,
          EventType.RESPONSE_CONTENT_PART_ADDED,
          EventType.RESPONSE_CONTENT_PART_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_DELTA,
          EventType.RESPONSE_OUTPUT_AUDIO_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_TEXT_DELTA,
          EventType.RESPONSE_OUTPUT_TEXT_DELTA,
          EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA,
          EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Set<String> known = new HashSet<>();
    for (Connection connection : evidence.connections()) {
      for (Event event : connection.events()) {
        if (event.type().filter(ANNOUNCING::contains).isPresent()) {
          known.add(event.itemId());
        } else if (event.type().filter(NAMING::contains).isPresent() && !event.itemId().isEmpty()) {
          tally.expect(
              known.contains(event.itemId()),
              event,
              "an item that was added before",
              "the item " + event.itemId());
        }
      }
    }
    return tally.verdict("a server that says something about an item");
  }
}
