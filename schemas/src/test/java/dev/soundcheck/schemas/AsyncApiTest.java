package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AsyncAPI document is complete and says what the schemas say (issue 3, 9); whether AsyncAPI's
 * own parser takes it is asked by conformance/asyncapi/run.
 */
class AsyncApiTest {
  @ParameterizedTest
  @EnumSource
  void every_event_of_the_profile_is_there_in_the_direction_in_which_it_goes(Profile profile) {
    JsonNode document = AsyncApi.document(profile, "0.1.0");

    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.at("/components/messages").propertyNames())
        .hasSize(profile.events().size());
    assertThat(document.at("/channels/realtime/messages").propertyNames())
        .isEqualTo(document.at("/components/messages").propertyNames());
    assertThat(messages(document, "receiveClientEvents")).isEqualTo(names(profile, Origin.CLIENT));
    assertThat(messages(document, "sendServerEvents")).isEqualTo(names(profile, Origin.SERVER));
    assertThat(document.at("/operations/receiveClientEvents/action").asString())
        .isEqualTo("receive");
    assertThat(document.at("/operations/sendServerEvents/action").asString()).isEqualTo("send");
  }

  @ParameterizedTest
  @EnumSource
  void every_reference_leads_somewhere(Profile profile) {
    JsonNode document = AsyncApi.document(profile, "0.1.0");

    assertThat(references(document)).hasSizeGreaterThan(100);
    assertThat(references(document))
        .allSatisfy(to -> assertThat(document.at(to.substring(1)).isObject()).as(to).isTrue());
  }

  /** AsyncAPI reads schemas as draft 7; they must mean there what they mean here. */
  @ParameterizedTest
  @EnumSource
  void the_schemas_judge_as_those_that_they_are_made_of(Profile profile) {
    JsonNode document = AsyncApi.document(profile, "0.1.0");
    for (EventType type : profile.events()) {
      Schema schema = schema(document, type);
      JsonNode usual = EventGuide.of(profile, type).usual();

      assertThat(schema.validate(usual)).as(usual.toString()).isEmpty();
      for (Place member : Mutations.members(usual)) {
        JsonNode less = Mutations.without(usual, member);
        boolean fine = EventValidator.of(profile).validate(type.origin(), less).isEmpty();
        assertThat(schema.validate(less).isEmpty()).as(less.toString()).isEqualTo(fine);
      }
      ObjectNode more = ((ObjectNode) usual.deepCopy()).put("not_of_the_contract", 1);
      assertThat(schema.validate(more)).as(more.toString()).isNotEmpty();
    }
  }

  private static Schema schema(JsonNode document, EventType type) {
    ObjectNode whole = (ObjectNode) document.deepCopy();
    whole.retain("components");
    whole.put("$schema", "http://json-schema.org/draft-07/schema#");
    whole.set(
        "allOf",
        Json.mapper()
            .createArrayNode()
            .add(document.at("/components/messages").path(type.wire()).path("payload")));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(whole.toString(), InputFormat.JSON);
  }

  private static List<String> messages(JsonNode document, String operation) {
    return document
        .path("operations")
        .path(operation)
        .path("messages")
        .valueStream()
        .map(message -> message.path("$ref").asString())
        .map(to -> to.substring(to.lastIndexOf('/') + 1))
        .toList();
  }

  private static List<String> names(Profile profile, Origin origin) {
    return profile.events().stream()
        .filter(type -> type.origin() == origin)
        .map(EventType::wire)
        .toList();
  }

  private static List<String> references(JsonNode json) {
    return Stream.concat(
            Stream.of(json.path("$ref")).filter(JsonNode::isString).map(JsonNode::asString),
            json.valueStream().flatMap(inner -> references(inner).stream()))
        .toList();
  }
}
