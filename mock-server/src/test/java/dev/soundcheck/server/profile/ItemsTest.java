package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ItemsTest {
  private final Studio studio = Studio.instant(Profile.LIVE);

  private static String delete(String id) {
    return "{\"type\":\"conversation.item.delete\",\"item_id\":\"%s\"}".formatted(id);
  }

  private static String truncate(String id, long end) {
    return """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":%d}"""
        .formatted(id, end);
  }

  private static String spokenItem(Studio studio) {
    return studio.last(EventType.RESPONSE_OUTPUT_ITEM_ADDED).path("item").path("id").asString();
  }

  /** live-behaviour.md 2.10. */
  @Test
  void a_deletion_is_confirmed_without_the_id() {
    studio.willSay("Hello.").types("Hi.").asksForResponse();
    studio.sends(delete(spokenItem(studio)));

    assertThat(studio.the(EventType.CONVERSATION_ITEM_DELETED).path("item_id").asString())
        .isEmpty();
  }

  /** decisions.md "Orders": the id elsewhere. */
  @Test
  void other_profiles_name_the_deleted_item() {
    Studio july = Studio.instant(Profile.LIVE_2026_07).willSay("Hello.");
    july.types("Hi.").asksForResponse();
    String id = spokenItem(july);
    july.sends(delete(id));

    assertThat(july.the(EventType.CONVERSATION_ITEM_DELETED).path("item_id").asString())
        .isEqualTo(id);
  }

  /** live-behaviour.md 2.10; clients.md 10.3. */
  @Test
  void what_is_deleted_twice_is_not_found() {
    studio.willSay("Hello.").types("Hi.").asksForResponse();
    String id = spokenItem(studio);
    studio.sends(delete(id)).sends(delete(id));

    assertThat(studio.the(EventType.ERROR).path("error").path("message").asString())
        .isEqualTo("Item not found");
  }

  /** decisions.md "Orders": the remaining transcript. */
  @Test
  void a_finished_item_can_be_truncated() {
    studio.willSay("one two three four").types("Hi.").asksForResponse();
    String id = spokenItem(studio);
    studio.sends(truncate(id, 600));

    JsonNode cut = studio.the(EventType.CONVERSATION_ITEM_TRUNCATED);
    assertThat(cut.path("transcript").asString()).isEqualTo("one two");
    assertThat(cut.propertyNames())
        .containsExactly(
            "type",
            "event_id",
            "item_id",
            "content_index",
            "audio_end_ms",
            "transcript",
            "previous_item_id");
    studio.fromHere().sends(truncate(id, 60_000));
    assertThat(studio.the(EventType.CONVERSATION_ITEM_TRUNCATED).path("transcript").asString())
        .isEqualTo("one two");
  }

  /** decisions.md "Orders"; live-behaviour.md 2.9: clients look for "truncat". */
  @Test
  void an_unfinished_or_unknown_item_cannot_be_truncated() {
    Studio paced = Studio.paced(Profile.LIVE).willSay("one two three four five six");
    paced.types("Hi.").asksForResponse().passes(900);
    paced.sends(truncate(spokenItem(paced), 100)).sends(truncate("nobody", 100)).passes(100);

    assertThat(paced.all(EventType.ERROR))
        .extracting(one -> one.json().path("error").path("message").asString())
        .hasSize(2)
        .allMatch(message -> message.contains("truncat"));
  }

  /** decisions.md "Errors": nested, with its key order; flat at launch (live-behaviour.md 5.1). */
  @Test
  void errors_are_nested_now_and_were_flat_at_launch() {
    studio.sends(delete("nobody"));
    Studio launch = Studio.instant(Profile.LAUNCH).sends(delete("nobody"));

    JsonNode nested = studio.the(EventType.ERROR);
    assertThat(nested.propertyNames())
        .containsExactly("type", "event_id", "error", "previous_item_id");
    assertThat(nested.path("error").propertyNames())
        .containsExactly("type", "code", "message", "param", "event_id");
    assertThat(nested.path("error").path("event_id").isNull()).isTrue();
    assertThat(launch.the(EventType.ERROR).propertyNames())
        .containsExactly("type", "event_id", "params", "code", "message", "previous_item_id");
  }
}
