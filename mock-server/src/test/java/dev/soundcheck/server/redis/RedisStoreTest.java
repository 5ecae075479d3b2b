package dev.soundcheck.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.server.Limits;
import dev.soundcheck.server.RealStore;
import dev.soundcheck.server.session.Memory;
import dev.soundcheck.server.store.Journal;
import dev.soundcheck.server.store.Shelf;
import dev.soundcheck.server.store.StoreAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store of several servers against a real one. */
@Tag("several-servers")
@Timeout(60)
final class RedisStoreTest {
  private final Instant now = Instant.now();

  private final List<String> remarks = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @Test
  void a_store_that_goes_away_is_told_of_once_and_so_is_its_return() throws Exception {
    try (RealStore real = new RealStore(folder);
        RedisStore store = new RedisStore(real.address(), Limits.USUAL, remarks::add)) {
      Memory memory = store.shelf("").conversations();
      memory.keep("c", new Memory.Line("1", "One."), now);
      await().until(() -> stored(real, "").contains("One."));
      real.kill();
      memory.keep("c", new Memory.Line("2", "Two."), now);
      await().until(() -> remarks.size() == 1);
      real.restart();
      await().until(() -> stored(real, "").contains("Two."));

      assertThat(stored(real, "")).contains("One.");
      await().until(() -> remarks.size() == 2);
      assertThat(remarks.get(0))
          .contains("does not answer", "Sessions go on")
          .doesNotContain("word");
      assertThat(remarks.get(1)).contains("is back");
    }
  }

  @Test
  void a_store_that_stays_away_is_tried_again_and_not_told_of_again() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (ServerSocket hangsUp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread there = new Thread(() -> hangUp(hangsUp, tries));
      there.start();
      StoreAddress address =
          StoreAddress.of("redis://127.0.0.1:" + hangsUp.getLocalPort(), Optional.empty());
      try (RedisStore store = new RedisStore(address, Limits.USUAL, remarks::add)) {
        store.use("secret", Duration.ofMinutes(1));
        await().until(() -> tries.get() > 3);
      }
    }
    assertThat(remarks).hasSize(1);
  }

  private static void hangUp(ServerSocket socket, AtomicInteger tries) {
    try {
      while (true) {
        socket.accept().close();
        tries.incrementAndGet();
      }
    } catch (IOException closed) {
      tries.decrementAndGet();
    }
  }

  @Test
  void a_server_starts_without_its_store() {
    StoreAddress nowhere = StoreAddress.of("redis://127.0.0.1:1", Optional.empty());
    try (RedisStore store = new RedisStore(nowhere, Limits.USUAL, remarks::add)) {
      Shelf shelf = store.shelf("");
      shelf.fetch("unknown", now);

      assertThat(shelf.conversations().recall("unknown", now)).isEmpty();
      assertThat(store.use("secret", Duration.ofMinutes(1))).isTrue();
      assertThat(store.use("secret", Duration.ofMinutes(1))).isFalse();
      assertThat(store.journal().orElseThrow().lines("t")).isEmpty();
      assertThat(remarks).hasSize(1);
    }
  }

  @Test
  void a_wrong_password_is_said_and_does_not_stop_anybody() throws Exception {
    try (RealStore real = new RealStore(folder)) {
      StoreAddress wrong =
          new StoreAddress(
              false, "127.0.0.1", real.address().port(), 0, Optional.empty(), Optional.of("no"));
      try (RedisStore store = new RedisStore(wrong, Limits.USUAL, remarks::add)) {
        assertThat(store.use("secret", Duration.ofMinutes(1))).isTrue();
        assertThat(remarks).singleElement().asString().contains("WRONGPASS");
      }
    }
  }

  @Test
  void a_journal_keeps_its_last_lines_in_order() throws Exception {
    Limits few = Limits.USUAL.with("stored-lines=3");
    try (RealStore real = new RealStore(folder);
        RedisStore store = new RedisStore(real.address(), few, remarks::add)) {
      Journal journal = store.journal().orElseThrow();
      for (int i = 0; i < 2000; i++) {
        String line = "line " + i;
        journal.note("t", 10, () -> line);
      }

      assertThat(journal.lines("t")).containsExactly("line 1997", "line 1998", "line 1999");
      assertThat(real.life("soundcheck:journal:t"))
          .isBetween(1L, RedisStore.JOURNAL_LIFE.toMillis());
      journal.clear("t");
      assertThat(journal.lines("t")).isEmpty();
    }
  }

  @Test
  void what_was_handed_over_is_said_before_it_closes() throws Exception {
    try (RealStore real = new RealStore(folder)) {
      try (RedisStore store = new RedisStore(real.address(), Limits.USUAL, remarks::add)) {
        store.shelf("t").conversations().keep("c", new Memory.Line("1", "One."), now);
      }
      await().until(() -> stored(real, "t").contains("One."));
    }
  }

  private static String stored(RealStore real, String test) {
    return real.value(Keys.conversation(test, "c")).orElse("");
  }
}
