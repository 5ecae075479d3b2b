package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.ObjectMappers;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Mcp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Tools that the service runs itself (live-behaviour.md 2.14; events.yaml server_events). */
class ServerToolTest {
  private static final String DOCS =
      """
      "tools":[{"type":"mcp","server_label":"docs","server_url":"https://mcp.example/mcp"}]""";

  private static Intent.Part use(Optional<Mcp.Failure> failure) {
    return new Intent.Use("search_documents", "{\"query\":\"report\"}", failure);
  }

  private static Studio asked(Profile profile, Intent.Part... parts) {
    Studio studio = Studio.paced(profile).fromHere().will(new Intent.Answer(List.of(parts)));
    return studio.types("Who won?").asksForResponse().passes(20_000);
  }

  /** live-behaviour.md 2.14: no special events, only latency grows. */
  @Test
  void a_search_is_seen_by_nothing_but_the_time_it_takes() {
    Intent.Part search = new Intent.Search(Duration.ofSeconds(3));
    Studio plain = asked(Profile.LIVE, Studio.speech("The home team."));
    Studio searching = asked(Profile.LIVE, search, Studio.speech("The home team."));

    assertThat(searching.types()).isEqualTo(plain.types());
    assertThat(latency(searching) - latency(plain)).isBetween(2.99, 3.01);
  }

  private static double latency(Studio studio) {
    JsonNode first = studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA).get(0).json();
    return Double.parseDouble(first.path("latency").asString());
  }

  /** live-behaviour.md 2.14, from the vendor's description: names, order and members. */
  @Test
  void an_mcp_call_is_told_from_its_arguments_to_its_end() {
    Studio studio = asked(Profile.LIVE, use(Optional.empty()), Studio.speech("A tenth."));

    assertThat(studio.types().subList(2, 7))
        .containsExactly(
            "response.mcp_call_arguments.delta",
            "response.mcp_call_arguments.done",
            "response.mcp_call.in_progress",
            "response.mcp_call.completed",
            "response.output_item.added");
    JsonNode done = studio.the(EventType.RESPONSE_MCP_CALL_ARGUMENTS_DONE);
    assertThat(done.propertyNames())
        .containsExactly(
            "type",
            "event_id",
            "response_id",
            "item_id",
            "call_id",
            "name",
            "arguments",
            "previous_item_id");
    assertThat(done.path("arguments").asString()).isEqualTo("{\"query\":\"report\"}");
    assertThat(studio.the(EventType.RESPONSE_MCP_CALL_COMPLETED).path("item_id"))
        .isEqualTo(done.path("item_id"));
    assertThat(studio.the(EventType.RESPONSE_DONE).path("response").path("output")).hasSize(1);
  }

  /** live-behaviour.md 2.14: type and message of the failure. */
  @Test
  void an_mcp_call_that_fails_says_why() {
    Mcp.Failure failure = Mcp.Failure.execution("Tool timed out");
    Studio studio = asked(Profile.LIVE, use(Optional.of(failure)), Studio.speech("Not found."));

    assertThat(studio.all(EventType.RESPONSE_MCP_CALL_COMPLETED)).isEmpty();
    assertThat(studio.the(EventType.RESPONSE_MCP_CALL_FAILED).path("error").toString())
        .isEqualTo("{\"type\":\"tool_execution_error\",\"message\":\"Tool timed out\"}");
  }

  /** events.yaml mcp_list_tools; live-behaviour.md 1.3: several updates in one session are fine. */
  @Test
  void the_tools_of_a_server_are_listed_once() {
    Studio studio = Studio.paced(Profile.LIVE).passes(100).fromHere();
    studio.configures(DOCS).passes(2_000).configures("\"instructions\":\"Be brief.\"");
    studio.configures(DOCS).passes(2_000);

    assertThat(studio.types().subList(0, 3))
        .containsExactly(
            "session.updated", "mcp_list_tools.in_progress", "mcp_list_tools.completed");
    assertThat(studio.the(EventType.MCP_LIST_TOOLS_IN_PROGRESS).path("item_id"))
        .isEqualTo(studio.the(EventType.MCP_LIST_TOOLS_COMPLETED).path("item_id"));
  }

  /** live-behaviour.md 2.14: the failure as printed. */
  @Test
  void a_server_that_cannot_be_reached_fails_to_list() {
    Studio studio = Studio.instant(Profile.LIVE);
    studio.intends(
        new Intent.ListFails("docs", Mcp.Failure.connection("Failed to connect to MCP server")));
    studio.configures(DOCS);

    assertThat(studio.all(EventType.MCP_LIST_TOOLS_COMPLETED)).isEmpty();
    assertThat(studio.the(EventType.MCP_LIST_TOOLS_FAILED).path("error").toString())
        .isEqualTo(
            "{\"type\":\"connection_error\",\"message\":\"Failed to connect to MCP server\"}");
  }

  /** Every profile has the events (events.yaml); {@link Studio} holds them against its schemas. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void every_profile_tells_of_it_in_its_own_way(Profile profile) {
    Studio studio = asked(profile, use(Optional.of(Mcp.Failure.execution("No."))));
    studio.configures(DOCS).passes(2_000);

    assertThat(studio.the(EventType.RESPONSE_MCP_CALL_FAILED).path("error").isObject()).isTrue();
    assertThat(studio.the(EventType.MCP_LIST_TOOLS_COMPLETED).path("item_id").isString()).isTrue();
  }

  /** clients.md 9: what strict clients need of it. */
  @Test
  void openai_java_reads_it() throws IOException {
    Studio studio =
        asked(
            Profile.OPENAI_GA,
            use(Optional.empty()),
            use(Optional.of(Mcp.Failure.execution("No."))));
    studio.configures(DOCS).passes(2_000);

    List<Studio.Heard> told =
        studio.heard().stream().filter(it -> it.type().contains("mcp")).toList();
    assertThat(told).hasSize(10);
    for (Studio.Heard one : told) {
      ObjectMappers.jsonMapper()
          .readValue(one.json().toString(), RealtimeServerEvent.class)
          .validate();
    }
  }

  /** live-behaviour.md 2.3: what produced nothing vanishes when the user goes on talking. */
  @Test
  void speech_during_a_search_drops_the_answer() {
    Studio studio = Studio.paced(Profile.LIVE);
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000).fromHere();
    Intent.Part search = new Intent.Search(Duration.ofSeconds(30));
    studio.will(new Intent.Answer(List.of(search, Studio.speech("Never heard."))));
    studio.types("Who won?").asksForResponse().passes(2_000).pushes(Sounds.speech(500));

    assertThat(studio.passes(40_000).all(EventType.RESPONSE_DONE)).isEmpty();
    assertThat(studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA)).isEmpty();
  }
}
