package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;

/** The page about the scenario language, made of the table of phrases. */
final class LanguagePage {
  private static final String HEAD =
      """
      # The language of scenarios

      <!-- Made of the table of phrases by a test; change a table of `Phrases`, then run it with -Dgolden=write. -->

      A scenario is a dialogue between a client and a server, written in Gherkin.
      Who plays which role is decided when it runs: the mock plays the server's lines and checks the client's; the client
      (`talk --play`) plays the client's lines and checks the server's.
      A scenario is called by its folder and its title, `tools/one-tool-call-with-a-spoken-preamble`.

      Lines follow `Given`, `When`, `Then`, `And` or `But`; which of them makes no difference.
      A line that ends in `with` is followed by a doc string with a JSON object, of which the event has to have at least
      these members.
      Text stands in double quotes, `\\"` is a quote in it; times are `300 ms` or `3 s`.
      """;

  private static final String TAIL =
      """

      ## Rules

      The scenarios of a `Rule:` are exchanges that happen in any order, any number of times: each begins whenever its
      first line happens.
      That line is what the user says, types or speaks, or `the client sends "response.create"` for an answer that is asked
      for with nothing said.
      Chosen words win over `anything`. Speech is not recognised, so at most one exchange can begin with spoken words, and
      those words become the transcript.
      A new beginning drops an exchange that is not finished.
      In answers `{words}` stands for what was typed or the transcript, `{seconds}` for how long the user spoke.
      A rule is called by its folder and its own title; the client plays each of its exchanges once.

      ## What counts as met

      A mock never leaves a client without an answer: when a turn is not the one a line asks for, the line is noted as not
      met and the play goes on as if it were. After the last line a turn is answered by a sentence that says so.
      `the server sends` makes sure that the event is sent: what the mock sends by itself counts, and only when nothing
      comes within 800 ms of what the client did the event is sent as written.
      The client gives each line of the server 20 s from the last sign of it.
      """;

  private LanguagePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    section(page, "How the session is set up, before all other lines", Side.SESSION);
    section(page, "The client's lines", Side.CLIENT);
    section(page, "The server's lines", Side.SERVER);
    section(page, "Either's", Side.EITHER);
    return page.append(TAIL).toString();
  }

  private static void section(StringBuilder page, String title, Side side) {
    List<String> rows = new ArrayList<>();
    for (Phrase phrase : Phrases.ALL) {
      if (phrase.side() == side) {
        rows.add(
            "| `%s` | `%s` | %s |".formatted(phrase.source(), phrase.example(), phrase.meaning()));
      }
    }
    page.append("\n## ")
        .append(title)
        .append("\n\n| phrase | example | meaning |\n|---|---|---|\n");
    page.append(String.join("\n", rows)).append('\n');
  }
}
