package dev.soundcheck.server.redis;

import dev.soundcheck.server.session.Memory;
import dev.soundcheck.server.store.Sequel;
import dev.soundcheck.server.store.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What outlives the connections of one test, and what was learned of it from other servers. */
final class RedisShelf implements Shelf {
  /** A server that runs for weeks must not remember everybody who came back once. */
  private static final int MOST_SEQUELS = 1000;

  private final String test;
  private final Link link;
  private final SharedConversations conversations;
  private final Optional<Duration> life;
  private final Map<String, Sequel> sequels = new LinkedHashMap<>();

  RedisShelf(String test, Link link, SharedConversations conversations, Optional<Duration> life) {
    this.test = test;
    this.link = link;
    this.conversations = conversations;
    this.life = life;
  }

  @Override
  public Memory conversations() {
    return conversations;
  }

  @Override
  public void fetch(String conversation, Instant now) {
    String kept = Keys.conversation(test, conversation);
    String sequel = Keys.sequel(test, conversation);
    Optional<List<String>> told = link.ask(jedis -> jedis.mget(kept, sequel));
    if (told.isPresent()) {
      Optional.ofNullable(told.get().get(0))
          .flatMap(StoredConversation::of)
          .ifPresent(stored -> conversations.learn(conversation, stored, now));
      Optional.ofNullable(told.get().get(1))
          .flatMap(RedisShelf::read)
          .ifPresent(next -> remember(conversation, next));
    }
  }

  @Override
  public synchronized Optional<Sequel> sequel(String conversation) {
    return Optional.ofNullable(sequels.get(conversation));
  }

  @Override
  public void follow(String conversation, Sequel sequel) {
    remember(conversation, sequel);
    String written = sequel.after() + " " + sequel.scenario();
    link.put(new Backlog.Value(Keys.sequel(test, conversation), () -> Optional.of(written), life));
  }

  private synchronized void remember(String conversation, Sequel sequel) {
    sequels.remove(conversation);
    sequels.put(conversation, sequel);
    if (sequels.size() > MOST_SEQUELS) {
      sequels.remove(sequels.keySet().iterator().next());
    }
  }

  private static Optional<Sequel> read(String written) {
    String[] parts = written.split(" ", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,6}")
        ? Optional.of(new Sequel(parts[1], Integer.parseInt(parts[0])))
        : Optional.empty();
  }
}
