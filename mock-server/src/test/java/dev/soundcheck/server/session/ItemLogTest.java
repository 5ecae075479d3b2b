package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemLogTest {
  private final ItemLog log = new ItemLog();

  private static Item item(String id) {
    return new Item.Message(id, Item.Status.COMPLETED, "user", List.of());
  }

  @Test
  void items_stand_behind_one_another() {
    assertThat(log.add(item("a"))).isEmpty();
    assertThat(log.add(item("b"))).contains("a");
    assertThat(log.last()).contains("b");
  }

  @Test
  void an_item_can_be_put_between() {
    log.add(item("a"));
    log.add(item("c"));
    assertThat(log.addAfter(item("b"), "a")).contains("a");
    log.remove("b");
    assertThat(log.addAfter(item("d"), "c")).contains("c");
    assertThat(log.last()).contains("d");
  }

  @Test
  void the_root_is_the_beginning_and_the_unknown_is_the_end() {
    log.add(item("a"));
    assertThat(log.addAfter(item("first"), "root")).isEmpty();
    assertThat(log.addAfter(item("last"), "nobody")).contains("a");
    assertThat(log.last()).contains("last");
  }

  @Test
  void the_ends_can_be_removed() {
    log.add(item("a"));
    log.add(item("b"));
    assertThat(log.remove("b")).isTrue();
    assertThat(log.last()).contains("a");
    assertThat(log.remove("a")).isTrue();
    assertThat(log.last()).isEmpty();
    assertThat(log.remove("a")).isFalse();
    assertThat(log.add(item("c"))).isEmpty();
  }

  @Test
  void a_changed_item_keeps_its_place() {
    log.add(item("a"));
    log.add(item("b"));
    log.change(
        new Item.Message("a", Item.Status.CANCELLED, "user", List.of()), Duration.ofMillis(5));

    assertThat(log.find("a")).map(Item::status).contains(Item.Status.CANCELLED);
    assertThat(log.sound("a")).hasMillis(5);
    assertThat(log.last()).contains("b");
  }
}
