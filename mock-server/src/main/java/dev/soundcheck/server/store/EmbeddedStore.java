package dev.soundcheck.server.store;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import dev.soundcheck.server.api.UsedSecrets;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.session.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps everything in this process, for this server alone, within its limits. */
public final class EmbeddedStore implements Store {
  private final Limits limits;
  private final UsedSecrets used;

  public EmbeddedStore(Limits limits) {
    this.limits = limits;
    this.used = UsedSecrets.atMost(limits.most(Limit.SECRETS));
  }

  /** Conversations as far as the limits go. */
  public static Conversations conversations(Limits limits) {
    return new Conversations(limits.most(Limit.CONVERSATIONS), limits.time(Limit.RESUMPTION));
  }

  /** As long as whoever asked for it keeps it. */
  @Override
  public Shelf shelf(String test) {
    return new Alone(conversations(limits));
  }

  @Override
  public boolean use(String secret, Duration left) {
    return used.use(secret, left);
  }

  @Override
  public Optional<Journal> journal() {
    return Optional.empty();
  }

  @Override
  public long salt() {
    return 0;
  }

  @Override
  public void close() {}

  private record Alone(Memory conversations) implements Shelf {
    @Override
    public void fetch(String conversation, Instant now) {}

    @Override
    public Optional<Sequel> sequel(String conversation) {
      return Optional.empty();
    }

    @Override
    public void follow(String conversation, Sequel sequel) {}
  }
}
