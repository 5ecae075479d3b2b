package dev.soundcheck.server.redis;

import dev.soundcheck.server.store.Journal;
import java.util.List;
import java.util.function.Supplier;

/** The journal of a test as a list; the lines of all servers in the order in which they came. */
record RedisJournal(Link link) implements Journal {
  @Override
  public void note(String test, long weight, Supplier<String> line) {
    link.add(new Backlog.Line(Keys.journal(test), weight, line));
  }

  @Override
  public List<String> lines(String test) {
    return link.ask(jedis -> jedis.lrange(Keys.journal(test), 0, -1)).orElse(List.of());
  }

  @Override
  public void clear(String test) {
    link.ask(jedis -> jedis.del(Keys.journal(test)));
  }
}
