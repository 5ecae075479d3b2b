package dev.soundcheck.server.redis;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import dev.soundcheck.server.store.EmbeddedStore;
import dev.soundcheck.server.store.Journal;
import dev.soundcheck.server.store.Shelf;
import dev.soundcheck.server.store.Store;
import dev.soundcheck.server.store.StoreAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.SetParams;

/**
 * Keeps what outlives connections in Redis or Valkey, for all servers with the same address. What
 * this server learned itself it goes on knowing while the store is away.
 */
public final class RedisStore implements Store {
  /** A journal is read by whoever ran the test, soon after. */
  static final Duration JOURNAL_LIFE = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);

  private final Limits limits;
  private final EmbeddedStore here;
  private final Link link;
  private final long salt = new SecureRandom().nextLong();
  private final AtomicLong asked = new AtomicLong();

  RedisStore(StoreAddress address, Limits limits, Consumer<String> remarks) {
    this.limits = limits;
    here = new EmbeddedStore(limits);
    Writing writing = new Writing(limits.most(Limit.STORED_LINES), JOURNAL_LIFE);
    link = Link.to(address, writing, remarks);
  }

  /** The store there; it is dialled when there is something to say, and need not be there yet. */
  public static RedisStore at(StoreAddress address, Limits limits) {
    return new RedisStore(address, limits, LOG::warn);
  }

  @Override
  public Shelf shelf(String test) {
    Optional<Duration> life = limits.time(Limit.RESUMPTION);
    SharedConversations conversations =
        new SharedConversations(test, EmbeddedStore.conversations(limits), link, life);
    return new RedisShelf(test, link, conversations, life);
  }

  /** The question may be put twice where a connection breaks, so that it says whose it is. */
  @Override
  public boolean use(String secret, Duration left) {
    if (!here.use(secret, left)) {
      return false;
    }
    String key = Keys.secret(secret);
    String mine = Long.toHexString(salt) + "-" + asked.incrementAndGet();
    SetParams once = SetParams.setParams().nx().px(Math.max(1, left.toMillis()));
    return link.ask(jedis -> jedis.set(key, mine, once) != null || mine.equals(jedis.get(key)))
        .orElse(true);
  }

  @Override
  public Optional<Journal> journal() {
    return Optional.of(new RedisJournal(link));
  }

  @Override
  public long salt() {
    return salt;
  }

  @Override
  public void close() {
    link.close();
  }
}
