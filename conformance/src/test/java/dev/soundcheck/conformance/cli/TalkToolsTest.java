package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Tools of the command line, called by the mock (issue 5 point 4). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class TalkToolsTest {
  private static final String PARALLEL = "tools/parallel-tool-calls";

  @TempDir Path folder;

  private final MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @AfterEach
  void stop() {
    server.close();
  }

  /** live-behaviour.md 2.5: "all outputs should be sent before one response.create". */
  @Test
  void parallel_calls_are_answered_together() throws IOException {
    Path file = folder.resolve("tools.json");
    Files.writeString(
        file,
        "{\"get_time\": {\"description\": \"What time it is.\", \"output\": \"a quarter past nine\"}}");
    Ran ran =
        talk(
            "--tool",
            "get_weather=" + program("weather", "cat >/dev/null; echo foggy, 12 degrees"),
            "--tools",
            file.toString());
    List<JsonNode> sent = sent();

    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    assertThat(server.findings()).isEmpty();
    assertThat(sent.get(0).at("/session/tools").toString())
        .isEqualTo(
            "[{\"type\":\"function\",\"name\":\"get_time\",\"description\":\"What time it is.\","
                + "\"parameters\":{\"type\":\"object\",\"properties\":{}}},"
                + "{\"type\":\"function\",\"name\":\"get_weather\",\"description\":\"\","
                + "\"parameters\":{\"type\":\"object\",\"properties\":{}}}]");
    assertThat(sent.subList(sent.size() - 3, sent.size()))
        .extracting(
            event -> event.path("type").stringValue(),
            event -> event.at("/item/output").asString("none"))
        .containsExactly(
            tuple("conversation.item.create", "foggy, 12 degrees"),
            tuple("conversation.item.create", "a quarter past nine"),
            tuple("response.create", "none"));
  }

  @Test
  void a_tool_that_fails_is_told_and_the_conversation_goes_on() throws IOException {
    Ran ran = talk("--tool", "get_weather=" + program("weather", "echo no such city >&2; exit 1"));

    assertThat(ran.status()).isZero();
    assertThat(sent())
        .anyMatch(
            event ->
                "{\"error\":\"The tool get_weather failed: exit status 1: no such city.\"}"
                    .equals(event.at("/item/output").asString("")));
  }

  @Test
  void mistakes_are_told_before_anything_is_said() {
    Ran ran = talk("--tool", "get_weather", "--tool", "x=no-such-program", "--tool-timeout", "0s");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err().lines())
        .contains(
            "--tool-timeout: expected more than no time at all, found 0.",
            "--tool: expected NAME=COMMAND, such as get_weather=./weather.sh, found 'get_weather'.",
            "--tool x: there is no program 'no-such-program' in the PATH; one in this folder is written './no-such-program'.");
    assertThat(server.connections()).isEmpty();
    assertThat(Ran.soundcheck("talk", "--play", PARALLEL, "--tool", "x=sh").err())
        .startsWith("--tool and --tools: a scenario says what its tools return");
  }

  private Ran talk(String... more) {
    List<String> usual =
        List.of(
            "talk",
            "--url",
            server.uri().toString(),
            "--scenario",
            PARALLEL,
            "--say",
            "What is the weather in Paris?");
    return Ran.soundcheck(Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private List<JsonNode> sent() {
    return server.connections().get(0).stream()
        .flatMap(seen -> seen instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .filter(said -> said.from() == Origin.CLIENT)
        .filter(said -> !said.type().equals("input_audio_buffer.append"))
        .map(Observed.Message::json)
        .toList();
  }

  private Path program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
