package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is remembered of events that were right says of all others what their schemas say. */
final class KnownTest {
  private static final List<JsonNode> OTHERS =
      Json.mapper()
          .readTree(
              "[null, true, 7, -3, 99999999999, 1.5, 2.0, \"\", \"other\", \"audio\", [], [1], {}, {\"x\": 1}]")
          .valueStream()
          .toList();

  private static final String LONG = "x".repeat(600);

  @ParameterizedTest
  @EnumSource(Profile.class)
  void every_event_of_every_profile_is_judged_as_by_its_schema(Profile profile) {
    ProfileSchemas schemas = new ProfileSchemas(new SchemaFolders(profile));
    int right = 0;
    int wrong = 0;
    for (EventType type : EventType.values()) {
      if (profile.has(type)) {
        Schema schema = schemas.of(type);
        Known known = known(profile, schema, type);
        ObjectNode example = (ObjectNode) EventGuide.of(profile, type).usual();
        for (JsonNode event : variants(example)) {
          boolean fits = schema.validate(event).isEmpty();
          assertThat(known.errors(event).isEmpty()).as("%s", event).isEqualTo(fits);
          right += fits ? 1 : 0;
          wrong += fits ? 0 : 1;
        }
      }
    }
    assertThat(right).isGreaterThan(100);
    assertThat(wrong).isGreaterThan(1000);
  }

  @Test
  void values_that_the_contract_does_not_look_at_do_not_make_another_event() {
    TellingNames telling = TellingNames.of(new SchemaFolders(Profile.LIVE), idOf("response.done"));
    Fingerprint print = new Fingerprint(telling);

    assertThat(print.of(Json.mapper().readTree("{\"event_id\": \"a\", \"n\": 3}")))
        .isEqualTo(print.of(Json.mapper().readTree("{\"event_id\": \"b\", \"n\": 4}")))
        .isNotEqualTo(print.of(Json.mapper().readTree("{\"event_id\": 1, \"n\": 4}")))
        .isNotEqualTo(print.of(Json.mapper().readTree("{\"event_id\": \"b\", \"n\": 4.5}")))
        .isNotEqualTo(print.of(Json.mapper().readTree("{\"event_jE\": \"b\", \"n\": 4}")));
    assertThat(print.of(Json.mapper().readTree("{\"type\": \"a\"}")))
        .isNotEqualTo(print.of(Json.mapper().readTree("{\"type\": \"b\"}")));
  }

  @Test
  void the_values_of_free_members_tell_where_their_length_is_limited() {
    SchemaFolders folders = new SchemaFolders(Profile.LIVE);
    TellingNames telling = TellingNames.of(folders, idOf("response.create"));

    assertThat(telling.tells("metadata", "anything")).isTrue();
    assertThat(telling.tells("response", "instructions")).isFalse();
  }

  private static String idOf(String type) {
    return SchemaFolders.id(EventType.named(type).orElseThrow());
  }

  private static Known known(Profile profile, Schema schema, EventType type) {
    return new Known(schema, TellingNames.of(new SchemaFolders(profile), SchemaFolders.id(type)));
  }

  /** The example, and what it is with one value, one name or one element otherwise. */
  private static List<JsonNode> variants(ObjectNode example) {
    List<JsonNode> all = new ArrayList<>(List.of(example, example.deepCopy()));
    spoil(example, example, all);
    return all;
  }

  private static void spoil(JsonNode whole, JsonNode part, List<JsonNode> all) {
    if (part instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode before = object.get(name);
        for (JsonNode other : others(before)) {
          object.set(name, other);
          all.add(whole.deepCopy());
        }
        object.set(name, before);
        spoil(whole, before, all);
      }
      for (Map.Entry<String, JsonNode> member : Map.copyOf(members(object)).entrySet()) {
        object.remove(member.getKey());
        all.add(whole.deepCopy());
        object.set(member.getKey() + "_", member.getValue());
        all.add(whole.deepCopy());
        object.remove(member.getKey() + "_");
        object.set(member.getKey(), member.getValue());
      }
    } else if (part instanceof ArrayNode array) {
      for (JsonNode element : array) {
        spoil(whole, element, all);
      }
    }
  }

  private static Map<String, JsonNode> members(ObjectNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(one -> members.put(one.getKey(), one.getValue()));
    return members;
  }

  private static List<JsonNode> others(JsonNode before) {
    List<JsonNode> others = new ArrayList<>(OTHERS);
    if (before.isString()) {
      others.addAll(
          Arrays.asList(
              Json.mapper().valueToTree(before.stringValue() + "x"),
              Json.mapper().valueToTree(LONG)));
    }
    return others;
  }
}
