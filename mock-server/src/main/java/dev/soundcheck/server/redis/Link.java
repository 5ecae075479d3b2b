package dev.soundcheck.server.redis;

import dev.soundcheck.server.store.StoreAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The one connection to a store and the one thread that talks over it. Everybody else hands over
 * what is to be said and goes on; whoever asks something waits for a second at most. While the
 * store is away it is tried again each second, and that is told once.
 */
final class Link implements AutoCloseable {
  /** How long anything may take. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final StoreAddress address;
  private final Writing writing;
  private final Consumer<String> remarks;
  private final Backlog backlog = new Backlog();
  private final Thread thread = new Thread(this::run, "soundcheck-store");
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean away;
  private @Nullable Jedis connection;

  private Link(StoreAddress address, Writing writing, Consumer<String> remarks) {
    this.address = address;
    this.writing = writing;
    this.remarks = remarks;
    thread.setDaemon(true);
  }

  /**
   * A link that dials when there is something to say.
   *
   * @param writing how it is written
   * @param remarks is told when the store goes away and when it is back
   */
  static Link to(StoreAddress address, Writing writing, Consumer<String> remarks) {
    return new Link(address, writing, remarks);
  }

  void put(Backlog.Value value) {
    begin();
    backlog.put(value);
  }

  void add(Backlog.Line line) {
    begin();
    backlog.add(line);
  }

  /** A server that could not be started leaves no thread behind. */
  private void begin() {
    if (begun.compareAndSet(false, true)) {
      thread.start();
    }
  }

  /**
   * Asks, after everything that was handed over before.
   *
   * @return empty where the store says nothing, does not answer in time, or is away
   */
  <T> Optional<T> ask(Function<Jedis, T> asked) {
    if (away) {
      return Optional.empty();
    }
    begin();
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    backlog.ask(new Backlog.Question<>(asked, answer));
    return answer
        .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private void run() {
    try {
      while (!backlog.closed()) {
        if (away) {
          backlog.rest(PAUSE);
        }
        say(away ? new Backlog.Batch(List.of(), List.of(), List.of()) : backlog.take());
      }
      say(backlog.take());
    } catch (InterruptedException nobodyDoesThat) {
      Thread.currentThread().interrupt();
    } finally {
      backlog.dropQuestions();
      disconnect();
    }
  }

  /** A connection that was there may have ended unnoticed, so that a new one is tried at once. */
  private void say(Backlog.Batch batch) {
    boolean worn = connection != null;
    try {
      try {
        write(batch);
      } catch (JedisException gone) {
        disconnect();
        if (!worn) {
          throw gone;
        }
        write(batch);
      }
      back();
    } catch (JedisException unreachable) {
      disconnect();
      backlog.giveBack(batch);
      gone(unreachable);
      batch.questions().forEach(Backlog.Question::unanswered);
      backlog.dropQuestions();
    } catch (RuntimeException failure) {
      LOG.warn("event=not-stored", failure);
      batch.questions().forEach(Backlog.Question::unanswered);
    }
  }

  private void write(Backlog.Batch batch) {
    Jedis jedis = connection();
    if (batch.isEmpty()) {
      jedis.ping();
    }
    writing.write(batch, jedis);
  }

  private Jedis connection() {
    Jedis open = connection;
    if (open == null) {
      open = new Jedis(new HostAndPort(address.host(), address.port()), config());
      connection = open;
      open.connect();
    }
    return open;
  }

  private JedisClientConfig config() {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .clientName("soundcheck")
            // what every Redis and Valkey speaks
            .autoNegotiateProtocol(false)
            .timeoutMillis((int) PATIENCE.toMillis())
            .database(address.database());
    if (address.tls()) {
      config.sslOptions(SslOptions.defaults());
    }
    address.user().ifPresent(config::user);
    address.password().ifPresent(config::password);
    return config.build();
  }

  private void disconnect() {
    Jedis open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (JedisException goneAnyway) {
        LOG.debug("event=store-gone cause={}", goneAnyway.toString());
      }
    }
  }

  private void gone(JedisException why) {
    if (!away && !backlog.closed()) {
      away = true;
      remarks.accept(
          "The store %s does not answer (%s). Sessions go on; what other servers know cannot be resumed here until it is back, which is tried each second."
              .formatted(address, why.getMessage()));
    }
  }

  private void back() {
    if (away) {
      away = false;
      remarks.accept(
          "The store %s is back; what was kept meanwhile is written to it.".formatted(address));
    }
  }

  /** Says what is still to be said, for a second at most. */
  @Override
  public void close() {
    backlog.close();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
