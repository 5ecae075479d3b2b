package dev.soundcheck.script;

import dev.soundcheck.schemas.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One assistant line: spoken words or a call. */
interface AnswerPart {
  Line line();

  /** What the server role does for it. */
  Act.Part act(Filling filling);

  /** What its JSON asks to be filled in from what was remembered. */
  default List<String> names() {
    return List.of();
  }

  /** How much of the words a server with a mind of its own has to say. */
  enum Strictness {
    ANY,
    CONTAINING,
    EXACT
  }

  /**
   * Spoken words.
   *
   * @param alone whether nothing else is spoken in the answer
   */
  record Spoken(Line line, Strictness strictness, String words, Optional<Path> wav, boolean alone)
      implements AnswerPart {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    @Override
    public Act.Part act(Filling filling) {
      return new Act.Speech(filling.into(words), wav);
    }

    Optional<Unmet> unmetBy(String transcript, Filling filling) {
      String said = Spelling.collapsed(transcript);
      boolean met =
          switch (strictness) {
            case ANY -> !said.isEmpty();
            case CONTAINING -> filling.asPattern(words, CASELESS).matcher(said).find();
            case EXACT ->
                alone
                    ? filling.asPattern(words, 0).matcher(said).matches()
                    : filling.asPattern(words, 0).matcher(said).find();
          };
      String found = said.isEmpty() ? "nothing spoken" : "\"%s\" spoken".formatted(said);
      return met ? Optional.empty() : Optional.of(line.unmet(expected(), found));
    }

    private String expected() {
      return switch (strictness) {
        case ANY -> "a spoken answer";
        case CONTAINING -> "a spoken answer containing \"%s\"".formatted(words);
        case EXACT -> "exactly \"%s\" spoken".formatted(words);
      };
    }
  }

  /** A call of a client's tool. */
  record Called(Line line, String tool, ObjectNode arguments) implements AnswerPart {
    @Override
    public Act.Part act(Filling filling) {
      return new Act.Call(tool, Body.sent(arguments, filling).toString());
    }

    /** The first call among those that is meant. */
    Optional<Reply.Call> among(List<Reply.Call> calls, Filling filling) {
      ObjectNode asked = Body.expected(arguments, filling);
      List<Reply.Call> ofTool = calls.stream().filter(call -> call.tool().equals(tool)).toList();
      return ofTool.stream().filter(call -> sameArguments(asked, call)).findFirst();
    }

    private static boolean sameArguments(JsonNode asked, Reply.Call call) {
      try {
        return Partial.same(asked, Json.mapper().readTree(call.arguments()));
      } catch (JacksonException notJson) {
        return false;
      }
    }

    @Override
    public List<String> names() {
      return Body.names(arguments);
    }

    Unmet unmetBy(List<Reply.Call> calls) {
      List<String> found = calls.stream().map(Answers::shown).toList();
      return line.unmet(
          "a call of \"%s\" with %s".formatted(tool, arguments),
          found.isEmpty() ? "no call" : String.join(" and ", found));
    }
  }

  /** Something that the server does by itself within an answer. */
  interface OwnTool extends AnswerPart {
    /** What lines call the tool that the session has to have for it. */
    String needs();

    /** What of it a client can see and did not. */
    Optional<Unmet> unmetBy(Hearing hearing);

    default Optional<Unmet> missingIn(SessionSeen session) {
      List<String> tools = session.tools();
      return tools.contains(needs())
          ? Optional.empty()
          : Optional.of(
              line()
                  .unmet(
                      "a session with the tool \"%s\"".formatted(needs()),
                      tools.isEmpty() ? "no tools" : "the tools " + tools));
    }
  }

  /** A search, of which nothing is seen (live-behaviour.md §2.14). */
  record Searched(Line line, String needs, Duration lasting) implements OwnTool {
    @Override
    public Act.Part act(Filling filling) {
      return new Act.Search(lasting);
    }

    @Override
    public Optional<Unmet> unmetBy(Hearing hearing) {
      return Optional.empty();
    }
  }

  /**
   * A use of a tool of an MCP server.
   *
   * @param needs the server's label
   */
  record Used(Line line, String tool, String needs, JsonNode arguments, Optional<String> failure)
      implements OwnTool {
    static final String ARGUMENTS = "response.mcp_call_arguments.done";
    static final String COMPLETED = "response.mcp_call.completed";
    static final String FAILED = "response.mcp_call.failed";

    @Override
    public Act.Part act(Filling filling) {
      return new Act.Use(tool, arguments.toString(), failure);
    }

    @Override
    public Optional<Unmet> unmetBy(Hearing hearing) {
      ObjectNode named = JsonNodeFactory.instance.objectNode().put("name", tool);
      Optional<JsonNode> call = hearing.takeFromServer(ARGUMENTS, named);
      if (call.isEmpty() || !sameArguments(call.get())) {
        String found = call.map(it -> it.path("arguments").asString("")).orElse("no such use");
        String expected = "a use of \"%s\" with %s".formatted(tool, arguments);
        return Optional.of(line.unmet(expected, found));
      }
      return hearing.claimFromServer(
              failure.isPresent() ? FAILED : COMPLETED, ending(call.get()), 0)
          ? Optional.empty()
          : Optional.of(line.unmet("its end as the line says", "another end, or none"));
    }

    private ObjectNode ending(JsonNode call) {
      ObjectNode ending = JsonNodeFactory.instance.objectNode();
      call.path("item_id").stringValueOpt().ifPresent(id -> ending.put("item_id", id));
      failure.ifPresent(why -> ending.putObject("error").put("message", why));
      return ending;
    }

    private boolean sameArguments(JsonNode call) {
      return Json.parse(call.path("arguments").asString(""))
          .filter(found -> Partial.same(arguments, found))
          .isPresent();
    }
  }
}
