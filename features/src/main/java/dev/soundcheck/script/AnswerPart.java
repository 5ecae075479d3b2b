package dev.soundcheck.script;

import dev.soundcheck.schemas.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One assistant line: spoken words or a call. */
interface AnswerPart {
  Line line();

  /** What the server role does for it. */
  Act.Part act(Filling filling);

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
  record Called(Line line, String tool, JsonNode arguments) implements AnswerPart {
    @Override
    public Act.Part act(Filling filling) {
      return new Act.Call(tool, arguments.toString());
    }

    /** The first call among those that is meant. */
    Optional<Reply.Call> among(List<Reply.Call> calls) {
      List<Reply.Call> ofTool = calls.stream().filter(call -> call.tool().equals(tool)).toList();
      return ofTool.stream().filter(this::sameArguments).findFirst();
    }

    private boolean sameArguments(Reply.Call call) {
      try {
        return Partial.same(arguments, Json.mapper().readTree(call.arguments()));
      } catch (JacksonException notJson) {
        return false;
      }
    }

    Unmet unmetBy(List<Reply.Call> calls) {
      List<String> found = calls.stream().map(Answers::shown).toList();
      return line.unmet(
          "a call of \"%s\" with %s".formatted(tool, arguments),
          found.isEmpty() ? "no call" : String.join(" and ", found));
    }
  }
}
