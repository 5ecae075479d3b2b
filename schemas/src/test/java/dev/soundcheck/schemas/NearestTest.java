package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** style.md, "Error messages": a name that nobody knows is answered with the one perhaps meant. */
final class NearestTest {
  private static final List<String> KNOWN = List.of("session.created", "session.updated", "ping");

  @Test
  void a_mistyped_name_is_near_to_what_was_meant() {
    assertThat(Nearest.likely("pimg", KNOWN)).containsExactly("ping");
    assertThat(Nearest.likely("sesion.updated", KNOWN)).first().isEqualTo("session.updated");
  }

  @Test
  void swapped_letters_are_one_mistake() {
    assertThat(Nearest.likely("tlak", List.of("serve", "talk"))).containsExactly("talk");
  }

  @Test
  void a_name_broken_off_or_mistyped_early_is_near_to_the_longer_one() {
    List<String> names =
        List.of("tools/parallel-tool-calls", "tools/one-tool-call-with-a-spoken-preamble");

    assertThat(Nearest.likely("tools/one-tool-cal", names))
        .first()
        .isEqualTo("tools/one-tool-call-with-a-spoken-preamble");
    assertThat(Nearest.likely("tols/one-tool", names))
        .first()
        .isEqualTo("tools/one-tool-call-with-a-spoken-preamble");
  }

  @Test
  void of_two_that_begin_as_written_the_shorter_is_nearer() {
    assertThat(Nearest.likely("session", List.of("session.updated", "session")))
        .first()
        .isEqualTo("session");
  }

  @Test
  void what_is_like_nothing_has_no_likely_name_but_always_a_nearest() {
    assertThat(Nearest.likely("xyz", KNOWN)).isEmpty();
    assertThat(Nearest.likely("", KNOWN)).isEmpty();
    assertThat(Nearest.of("xyz", KNOWN)).isEqualTo("ping");
  }

  @Test
  void the_likeliest_is_one_or_two_that_are_as_near() {
    assertThat(Nearest.likeliest("session.update", KNOWN)).containsExactly("session.updated");
    assertThat(Nearest.likeliest("session.ated", KNOWN))
        .containsExactly("session.created", "session.updated");
    assertThat(Nearest.likeliest("xyz", KNOWN)).isEmpty();
  }

  @Test
  void a_name_of_any_length_is_compared_without_delay() {
    assertThat(Nearest.of("session.created".repeat(1_000_000), KNOWN)).isEqualTo("session.created");
  }
}
