package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open places in JSON, and what fills them (issue 4, point 3). */
final class MemoryTest {
  private static final String CREATE =
      "* the client sends \"conversation.item.create\" with\n\"\"\"\n{\"item\": %s}\n\"\"\"";

  private static Roleplay afterItem(String asked, String sent) {
    Roleplay server =
        Roleplay.server(
            CREATE.formatted(asked),
            "* remember \"item.id\" as \"item\"",
            "* remember \"item.content.1.text\" as \"said\"",
            "* the client sends \"response.create\"",
            "* the assistant says \"You sent {said} as {item}.\"");
    server.clientSays("{'type':'conversation.item.create','item':%s}".formatted(sent)).nudged();
    return server;
  }

  @Test
  void what_the_client_sent_is_said_back() {
    Roleplay server =
        afterItem("{\"id\": \"{any string}\"}", "{'content':[{},{'text':'tea'}],'id':'i-7'}");
    assertThat(server.unmet).isEmpty();
    assertThat(Roleplay.said(server.take())).containsExactly("You sent tea as i-7.");
  }

  @Test
  void a_value_that_is_not_there_is_told() {
    Roleplay server = afterItem("{}", "{'id':'i-7'}");
    assertThat(server.unmet)
        .extracting(Unmet::expected)
        .containsExactly("a value at item.content.1.text of conversation.item.create");
  }

  @Test
  void a_whole_value_keeps_its_type_in_what_is_sent() {
    Roleplay server =
        Roleplay.server(
            CREATE.formatted("{}"),
            "* remember \"item.n\" as \"n\"",
            "* after 1 s",
            "* the server sends \"error\" with\n\"\"\"\n{\"error\": {\"n\": \"{n}\", \"m\": \"no {n}\","
                + " \"k\": \"{any number}\", \"gone\": \"{absent}\"}}\n\"\"\"");
    server.clientSays("{'type':'conversation.item.create','item':{'n':3}}").take();
    server.passed(1_000).passed(2_000);
    assertThat(server.take())
        .extracting(act -> ((Act.Send) act).body().toString())
        .containsExactly("{\"error\":{\"n\":3,\"m\":\"no 3\",\"k\":1}}");
  }

  @Test
  void the_first_such_event_since_the_line_above_is_waited_for() {
    Roleplay server =
        Roleplay.server(
            "* the user types \"Hi.\"",
            "* the assistant says \"Ho.\"",
            "* remember \"response.id\" of \"response.created\" as \"answer\"",
            "* the user types \"Which answer was it?\"",
            "* the assistant says \"{answer}\"");
    server.serverSays("{'type':'response.created','response':{'id':'old'}}").typed("Hi.");
    server.serverSays("{'type':'response.created','response':{'id':'new'}}").take();
    server.serverSays("{'type':'response.done','response':{'id':'new'}}");
    assertThat(Roleplay.said(server.typed("Which answer was it?").take())).containsExactly("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':'{any string}'} | {'a':'x','b':1} | true",
        "{'a':'{any string}'} | {'a':1} | false",
        "{'a':'{any number}'} | {'a':1.5} | true",
        "{'a':'{any number}'} | {'a':'1'} | false",
        "{'a':'{any boolean}'} | {'a':false} | true",
        "{'a':'{any array}'} | {'a':[1]} | true",
        "{'a':'{any array}'} | {'a':{}} | false",
        "{'a':'{any object}'} | {'a':{}} | true",
        "{'a':'{any value}'} | {'a':null} | true",
        "{'a':'{any value}'} | {} | false",
        "{'a':'{absent}'} | {} | true",
        "{'a':'{absent}'} | {'a':null} | false",
        "{'a':1,'b':2} | {'b':2,'a':1} | true",
      })
  void open_places_are_filled_by_their_kind(String asked, String found, boolean met) {
    assertThat(
            Partial.matches(
                Json.mapper().readTree(asked.replace('\'', '"')),
                Json.mapper().readTree(found.replace('\'', '"'))))
        .isEqualTo(met);
  }

  @Test
  void a_name_that_nothing_remembers_is_a_mistake() {
    assertThatThrownBy(
            () ->
                Roleplay.scenario(
                    CREATE.formatted("{}"),
                    "* remember \"item.id\" as \"question\"",
                    CREATE.formatted("{\"id\": \"{questoin}\"}")))
        .hasMessageContaining("f/t.feature:8:3: expected a place such as {any string}, or a name")
        .hasMessageEndingWith("got {questoin}, did you mean 'question'?");
  }

  @Test
  void remembering_needs_an_event_and_a_new_name() {
    assertThatThrownBy(
            () -> Roleplay.scenario("* the user types \"Hi.\"", "* remember \"a\" as \"words\""))
        .hasMessageContaining("f/t.feature:4:20: expected a name of letters")
        .hasMessageContaining("expected a line about an event above");
  }
}
