package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final List<String> made = new ArrayList<>();
  private final Recent<String, String> recent = new Recent<>(10, String::length);

  @Test
  void what_was_made_is_kept() {
    get("one");
    get("one");
    assertThat(made).containsExactly("one");
  }

  @Test
  void the_least_recently_used_goes_first() {
    get("aaaa");
    get("bbbb");
    get("aaaa");
    get("cccc");
    assertThat(recent.total()).isEqualTo(8);
    get("aaaa");
    get("bbbb");
    assertThat(made).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
  }

  @Test
  void what_is_larger_than_everything_is_given_but_not_kept() {
    assertThat(get("a very long one")).isEqualTo("a very long one");
    assertThat(recent.total()).isZero();
  }

  private String get(String key) {
    return recent.get(
        key,
        asked -> {
          made.add(asked);
          return asked;
        });
  }
}
