package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  private static final Predicate<Phrase> NO_BLOCK = phrase -> !BlockPhrases.ALL.contains(phrase);

  private static final String OPEN_PLACES =
      """

      ## Open places in JSON

      JSON that is expected is compared in part: members may come in any order, members that the scenario does not name do not
      count, lists have to have the same length, `null` also stands for a member that is not there.
      A whole value may be `"{any string}"`, `"{any number}"`, `"{any boolean}"`, `"{any array}"`, `"{any object}"`,
      `"{any value}"` or `"{absent}"`; who has to send such a member sends an example of it.
      After `remember "item.id" as "question"` the place `{question}` is filled in: in JSON (a whole value keeps its type),
      in answers, in what is expected and in what is sent.

      Lines are met in their order, and they are not exclusive: whatever else comes between them does not matter, unless
      `does not send` says so.
      """;

  private static final String TIMED =
      """

      `{line}` is any line of one side, with its doc string.
      Several lines may happen in one answer; after one that ends it (an interruption, a cancel, a close) the rest of the answer
      is not waited for.
      A line that comes too late is told when it comes, and the play goes on.
      """;

  private static final String BLOCKS =
      """

      Blocks may stand in each other. One that nothing ends goes on to the end of the scenario.
      Where a mock listens (`serve --listen`, [docs/listening.md](listening.md)) a choice can be made by spoken words: they
      are recognised among the phrases that could be said there, and what is none of them is `otherwise`.
      Without a listener a choice has to be made by typed words or by how it was said (`the user speaks anything`).

      ## Backgrounds, outlines, tags

      `Background:` stands before the lines of each scenario, `Scenario Outline:` with `Examples:` makes one scenario of each row;
      a column has to stand in its title.
      Tags change nothing; `soundcheck scenarios --tags '@tools and not @slow'` lists what has them.
      """;

  private static final String TAIL =
      """

      ## Rules

      The scenarios of a `Rule:` are exchanges that happen in any order, any number of times: each begins whenever its
      first line happens.
      That line is what the user says, types or speaks, or `the client sends "response.create"` for an answer that is asked
      for with nothing said.
      Chosen words win over `anything`. Where nobody listens at most one exchange can begin with spoken words, and those
      words become the transcript; a mock that listens (`serve --listen`) tells several apart.
      A new beginning drops an exchange that is not finished.
      In answers `{words}` stands for what was typed or the transcript, `{seconds}` for how long the user spoke.
      A rule is called by its folder and its own title; the client plays each of its exchanges once.

      ## What counts as met

      A mock never leaves a client without an answer: when a turn is not the one a line asks for, the line is noted as not
      met and the play goes on as if it were. After the last line a turn is answered by a sentence that says so.
      `the server sends` makes sure that the event is sent: what the mock sends by itself counts, and only when nothing
      comes within 800 ms of what the client did the event is sent as written.
      The client gives each line of the server 20 s from the last sign of it, the mock gives each line of the client two minutes;
      `a patience of 5 s` or `--patience 5s` says otherwise. When they are over the line is noted as not met, and the scenario
      is over. Open microphones and pings are no signs.
      A line that was not met tells where it stands, what it asks for, what came instead, and the last events before that.
      """;

  private LanguagePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    section(page, "How the session is set up, before all other lines", of(Side.SESSION));
    section(page, "The client's lines", of(Side.CLIENT));
    section(page, "The server's lines", of(Side.SERVER));
    section(page, "Either's", of(Side.EITHER).and(phrase -> !phrase.takesLine()).and(NO_BLOCK));
    page.append(OPEN_PLACES);
    section(page, "When a line has to happen", LanguagePage::timed);
    page.append(TIMED);
    section(page, "Repetitions and choices", NO_BLOCK.negate());
    return page.append(BLOCKS).append(TAIL).toString();
  }

  private static Predicate<Phrase> of(Side side) {
    return phrase -> phrase.side() == side;
  }

  private static boolean timed(Phrase phrase) {
    return phrase.takesLine() && NO_BLOCK.test(phrase);
  }

  private static void section(StringBuilder page, String title, Predicate<Phrase> chosen) {
    List<String> rows = new ArrayList<>();
    for (Phrase phrase : Phrases.ALL) {
      if (chosen.test(phrase)) {
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
