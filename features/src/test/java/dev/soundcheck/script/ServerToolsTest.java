package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lines about tools that the server runs (live-behaviour.md §2.14). */
final class ServerToolsTest {
  private static final String[] USE = {
    "Given a session with server VAD",
    "And the MCP server \"docs\"",
    "When the user types \"Well?\"",
    "Then the assistant uses \"search\" of \"docs\" with",
    "\"\"\"json",
    "{\"query\": \"report\", \"most\": 3}",
    "\"\"\""
  };

  private static Roleplay answered(String name, String arguments, String end) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.put("type", "response.mcp_call_arguments.done").put("item_id", "i").put("name", name);
    return Roleplay.client(USE)
        .serverSays("{'type':'session.updated'}")
        .serverSays("{'type':'response.created','response':{'id':'r'}}")
        .serverSays(call.put("arguments", arguments).toString())
        .serverSays("{'type':'response.mcp_call.%s','item_id':'i'}".formatted(end))
        .answered("");
  }

  @Test
  void the_server_role_uses_the_tool_with_its_arguments() {
    Roleplay server = Roleplay.server(USE);
    server.clientSays(
        "{'type':'session.update','session':{'tools':[{'type':'mcp','server_label':'docs'}],"
            + "'turn_detection':{'type':'server_vad'}}}");
    server.typed("Well?");

    assertThat(server.acts)
        .containsExactly(
            new Act.Answer(
                List.of(
                    new Act.Use("search", "{\"query\":\"report\",\"most\":3}", Optional.empty()))));
    assertThat(server.unmet).isEmpty();
  }

  @Test
  void a_session_without_the_server_is_told() {
    Roleplay server =
        Roleplay.server("When the user types \"Well?\"", USE[3], USE[4], "{}", USE[6]);
    server.typed("Well?");

    assertThat(server.unmet)
        .extracting(Unmet::expected, Unmet::found)
        .containsExactly(tuple("a session with the tool \"docs\"", "no tools"));
  }

  @Test
  void the_client_role_takes_arguments_written_in_any_way() {
    Roleplay client = answered("search", "{ \"most\":3.0, \"query\":\"report\" }", "completed");

    assertThat(client.unmet).isEmpty();
  }

  @Test
  void the_client_role_misses_another_use_and_another_end() {
    Roleplay other = answered("find", "{}", "completed");
    Roleplay arguments = answered("search", "{}", "completed");
    Roleplay end = answered("search", "{\"query\":\"report\",\"most\":3}", "failed");

    assertThat(other.unmet).extracting(Unmet::found).containsExactly("no such use");
    assertThat(arguments.unmet).extracting(Unmet::found).containsExactly("{}");
    assertThat(end.unmet).extracting(Unmet::found).containsExactly("another end, or none");
  }

  @Test
  void the_client_role_waits_as_long_as_a_search_takes() {
    Roleplay client =
        Roleplay.client(
            "Given a session with server VAD",
            "And the server may search the web",
            "When the user types \"Well?\"",
            "Then the assistant searches the web for 60 s",
            "And the assistant says \"Yes.\"");
    client.serverSays("{'type':'session.updated'}");

    assertThat(client.passed(59_000).last().over()).isFalse();
    assertThat(client.passed(81_000).last().over()).isTrue();
  }
}
