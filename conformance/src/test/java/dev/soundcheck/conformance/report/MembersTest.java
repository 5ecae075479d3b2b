package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report that somebody wrote by hand is told what is wrong with it. */
final class MembersTest {
  private final List<String> problems = new ArrayList<>();

  private Members members(String json) {
    return new Members(Json.mapper().readTree(json), "r.json:", problems);
  }

  @Test
  void a_list_of_other_things_than_texts_is_none() {
    assertThat(members("{\"a\":[\"x\",{}]}").texts("a")).isEmpty();
    assertThat(problems).containsExactly("r.json: a: expected a list of texts, found [\"x\",{}]");
  }

  @Test
  void a_number_with_a_fraction_is_no_whole_one() {
    assertThat(members("{\"a\":1.5}").number("a")).isZero();
    assertThat(problems).containsExactly("r.json: a: expected a whole number, found 1.5");
  }
}
