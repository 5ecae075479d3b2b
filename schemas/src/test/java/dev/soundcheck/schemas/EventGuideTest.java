package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is told of events is what their schemas say (issue 3, 9). */
class EventGuideTest {
  @ParameterizedTest
  @EnumSource
  void every_example_is_as_the_contract_says(Profile profile) {
    EventValidator validator = EventValidator.of(profile);
    for (EventType type : profile.events()) {
      EventGuide guide = EventGuide.of(profile, type);
      for (JsonNode example : List.of(guide.minimal(), guide.usual())) {
        assertThat(validator.validate(type.origin(), example)).as(example.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_minimal_example_can_spare_nothing(Profile profile) {
    EventValidator validator = EventValidator.of(profile);
    for (EventType type : profile.events()) {
      JsonNode minimal = EventGuide.of(profile, type).minimal();
      for (Place member : Mutations.members(minimal)) {
        assertThat(validator.validate(type.origin(), Mutations.without(minimal, member)))
            .as("%s without %s", minimal, member.path())
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_usual_example_has_all_that_the_minimal_one_has(Profile profile) {
    for (EventType type : profile.events()) {
      EventGuide guide = EventGuide.of(profile, type);

      assertThat(guide.usual().propertyNames()).containsAll(guide.minimal().propertyNames());
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_member_is_explained_with_its_source(Profile profile) {
    for (EventType type : profile.events()) {
      EventGuide guide = EventGuide.of(profile, type);
      Set<String> told = new TreeSet<>();
      guide.fields().forEach(field -> told.add(field.path()));

      assertThat(told).containsAll(guide.usual().propertyNames());
      assertThat(guide.fields())
          .allSatisfy(field -> assertThat(field.source()).as(field.path()).contains("."));
    }
  }

  /** events.yaml session: the threshold lies between 0.1 and 0.9; live-behaviour.md 3: ping. */
  @Test
  void a_member_is_told_with_its_type_its_limits_and_what_it_depends_on() {
    assertThat(field(EventType.SESSION_UPDATE, "session.turn_detection.threshold"))
        .containsExactly(
            new EventField(
                "session.turn_detection.threshold",
                "a number",
                false,
                "from 0.1, up to 0.9",
                "",
                "events.yaml session"));
    assertThat(field(EventType.PING, "type"))
        .containsExactly(
            new EventField(
                "type", "any value", true, "always \"ping\"", "", "live-behaviour.md 3"));
    assertThat(field(EventType.CONVERSATION_ITEM_CREATE, "item.output"))
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.required()).isTrue();
              assertThat(field.when()).isEqualTo("when type is \"function_call_output\"");
            });
  }

  @Test
  void an_export_holds_each_event_and_all_that_it_refers_to() {
    var files = SchemaExport.files(Profile.LIVE);

    assertThat(files.keySet())
        .filteredOn(path -> !path.startsWith("shared/"))
        .hasSameSizeAs(Profile.LIVE.events());
    files.forEach(
        (path, schema) ->
            references(schema)
                .forEach(
                    to ->
                        assertThat(files)
                            .containsKey(
                                URI.create("/" + path).resolve(to).toString().substring(1))));
    assertThat(files)
        .as("the profile's own shape")
        .hasEntrySatisfying(
            "shared/item-message.json",
            message -> assertThat(message.path("required").toString()).contains("\"replayed\""));
  }

  @Test
  void an_event_is_marked_where_the_profile_has_a_shape_of_its_own() {
    assertThat(SchemaExport.differs(Profile.LAUNCH, EventType.ERROR)).isTrue();
    assertThat(SchemaExport.differs(Profile.LIVE, EventType.ERROR)).isFalse();
    assertThat(SchemaExport.differs(Profile.LIVE, EventType.CONVERSATION_ITEM_ADDED)).isTrue();
  }

  private static List<EventField> field(EventType type, String path) {
    return EventGuide.of(Profile.LIVE, type).fields().stream()
        .filter(field -> field.path().equals(path))
        .toList();
  }

  private static Stream<String> references(JsonNode schema) {
    return Stream.concat(
        Stream.of(schema.path("$ref")).filter(JsonNode::isString).map(JsonNode::asString),
        schema.valueStream().flatMap(EventGuideTest::references));
  }
}
