package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Lines about other lines (issue 4, point 3: repetition, branches by what the user said). */
final class BlocksTest {
  private static final String[] CHOICE = {
    "* either the user types \"yes\"",
    "* the assistant says \"Good.\"",
    "* or the user types \"no\"",
    "* the assistant says \"Pity.\"",
    "* otherwise",
    "* the assistant says \"Yes or no?\"",
    "* in any case",
    "* the user types \"Bye\"",
    "* the assistant says \"Good bye.\""
  };

  private static List<String> said(Roleplay server, String... turns) {
    for (String turn : turns) {
      server.typed(turn);
    }
    return Roleplay.said(server.take());
  }

  @Nested
  final class Choices {
    @Test
    void what_is_typed_decides() {
      assertThat(said(Roleplay.server(CHOICE), "No!", "Bye")).containsExactly("Pity.", "Good bye.");
      assertThat(said(Roleplay.server(CHOICE), "yes", "Bye")).containsExactly("Good.", "Good bye.");
      assertThat(said(Roleplay.server(CHOICE), "er", "Bye"))
          .containsExactly("Yes or no?", "Good bye.");
    }

    @Test
    void nothing_is_unmet_whatever_is_chosen() {
      Roleplay server = Roleplay.server(CHOICE);
      said(server, "er", "Bye");
      assertThat(server.unmet).isEmpty();
      assertThat(server.last().over()).isTrue();
    }

    @Test
    void without_otherwise_the_first_stands_for_what_was_not_offered() {
      Roleplay server = Roleplay.server(CHOICE[0], CHOICE[1], CHOICE[2], CHOICE[3]);
      assertThat(said(server, "er")).containsExactly("Good.");
      assertThat(server.unmet)
          .extracting(Unmet::expected)
          .containsExactly("\"yes\" typed or \"no\" typed");
    }

    @Test
    void the_way_it_was_said_decides_too() {
      String[] lines = {
        "* either the user speaks anything",
        "* the assistant says \"I heard you.\"",
        "* or the user types anything",
        "* the assistant says \"I read you.\""
      };
      assertThat(Roleplay.said(Roleplay.server(lines).spoke(1).take()))
          .containsExactly("I heard you.");
      assertThat(said(Roleplay.server(lines), "Hi")).containsExactly("I read you.");
    }

    @Test
    void choices_stand_in_choices() {
      String[] lines = {
        "* either the user types \"a\"",
        "* either the user types \"b\"",
        "* the assistant says \"ab\"",
        "* or the user types \"c\"",
        "* the assistant says \"ac\"",
        "* in any case",
        "* or the user types \"d\"",
        "* the assistant says \"d\""
      };
      assertThat(said(Roleplay.server(lines), "a", "c")).containsExactly("ac");
      assertThat(said(Roleplay.server(lines), "d")).containsExactly("d");
    }

    @Test
    void the_client_plays_the_first() {
      Roleplay client = Roleplay.client(CHOICE);
      assertThat(client.take()).containsExactly(new Act.Type("yes"));
      assertThat(client.answered("Good.").take()).containsExactly(new Act.Type("Bye"));
    }

    /** Issue 5: where a scenario branches on speech it is refused with the remedy. */
    @Test
    void words_of_speech_are_refused_with_the_remedy() {
      assertThatThrownBy(
              () ->
                  Roleplay.scenario(
                      "* either the user says \"yes\"", "* the assistant says \"Good.\""))
          .hasMessage(
              "f/t.feature:3:3: expected a choice that can be told from the others, got 'either the"
                  + " user says \"yes\"'; speech is not recognised without a listener: give --listen"
                  + " (in a test, listening(true) and the artifact soundcheck-listener), or use 'the"
                  + " user types', or 'the user speaks anything' for any speech");
    }

    @Test
    void marks_without_their_beginning_are_mistakes() {
      assertThatThrownBy(
              () ->
                  Roleplay.scenario(
                      "* or the user types \"a\"", "* in any case", "* end of repeat"))
          .hasMessageContaining("f/t.feature:3:3: expected 'either …' above 'or the user types")
          .hasMessageContaining(
              "f/t.feature:4:3: expected 'either …' above 'in any case', got none")
          .hasMessageContaining("f/t.feature:5:3: expected 'repeat … times'");
      assertThatThrownBy(() -> Roleplay.scenario("* either the client hangs up"))
          .hasMessageContaining("expected a choice by what the user says or types");
    }
  }

  @Nested
  final class Repetitions {
    @Test
    void lines_are_played_so_often() {
      Roleplay server =
          Roleplay.server(
              "* repeat 3 times",
              "* the user types \"<time>\"",
              "* the assistant says \"That was <time>.\"",
              "* end of repeat");
      assertThat(said(server, "1", "2", "3"))
          .containsExactly("That was 1.", "That was 2.", "That was 3.");
      assertThat(server.unmet).isEmpty();
      assertThat(server.last().over()).isTrue();
    }

    @Test
    void for_each_row_and_in_each_other() {
      Roleplay server =
          Roleplay.server(
              "* repeat for each of\n| a | b |\n| x | y |\n| z | w |",
              "* repeat 2 times",
              "* the user types \"<a><time>\"",
              "* the assistant says \"<b>\"",
              "* end of repeat",
              "* the user types \"next\"",
              "* the assistant says \"Next.\"",
              "* end of repeat");
      assertThat(said(server, "x1", "x2", "next", "z1", "z2", "next"))
          .containsExactly("y", "y", "Next.", "w", "w", "Next.");
      assertThat(server.unmet).isEmpty();
    }

    @Test
    void too_many_are_a_mistake() {
      assertThatThrownBy(
              () ->
                  Roleplay.scenario(
                      "* repeat 9999 times", "* repeat 9999 times", "* the user types \"a\""))
          .hasMessageContaining("expected at most 10000 lines with all repetitions, got more");
    }

    @Test
    void a_table_is_asked_for_where_one_belongs_and_nowhere_else() {
      assertThatThrownBy(() -> Roleplay.scenario("* repeat for each of", "* the user types \"a\""))
          .hasMessageContaining("expected a table after 'repeat for each of', got none");
      assertThatThrownBy(() -> Roleplay.scenario("* the user types \"a\"\n| a |"))
          .hasMessageContaining("expected no table, got one");
    }
  }
}
