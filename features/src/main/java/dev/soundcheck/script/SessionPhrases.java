package dev.soundcheck.script;

import java.util.List;
import java.util.function.Function;

/** How a session is set up. */
final class SessionPhrases {
  static final List<Phrase> ALL =
      List.of(
          session("{turns}", "server VAD", "whether the server finds the turns", Beats::session),
          session(
              "{turns} and the tool {name}",
              "server VAD and the tool \"get_weather\"",
              "also with a tool of the client",
              Beats::session),
          session(
              "{turns} and the tools {name} and {name}",
              "manual turns and the tools \"get_weather\" and \"get_time\"",
              "also with two",
              Beats::session),
          Phrase.of(
              Side.SESSION,
              "the tool {name} with",
              "the tool \"get_weather\" with",
              "a tool with the JSON Schema of its parameters",
              Beats::tool),
          Phrase.of(
              Side.SESSION,
              "the session is configured with",
              "the session is configured with",
              "anything else of `session` in `session.update`",
              Beats::configured),
          Phrase.of(
              Side.SESSION,
              "a session that lasts at most {duration}",
              "a session that lasts at most 8 s",
              "then the mock sends an `error` of type `max_duration` and closes; usually two hours",
              Beats::lasting),
          Phrase.of(
              Side.SESSION,
              "a session that ends after {duration} without anything from the client",
              "a session that ends after 3 s without anything from the client",
              "then the mock sends an `error` of type `timeout` and closes; usually it never does",
              Beats::quiet));

  private SessionPhrases() {}

  private static Phrase session(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(
        Side.SESSION, "a session with " + rest, "a session with " + example, meaning, beat);
  }
}
