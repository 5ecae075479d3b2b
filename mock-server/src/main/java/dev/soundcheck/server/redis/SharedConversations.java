package dev.soundcheck.server.redis;

import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.session.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The conversations of one test: known here, and written behind to where other servers find them.
 * What is written is the newest state of a whole conversation, so that one that could not be
 * written for a while has no holes afterwards.
 */
final class SharedConversations implements Memory {
  private final String test;
  private final Conversations here;
  private final Link link;
  private final Optional<Duration> life;

  SharedConversations(String test, Conversations here, Link link, Optional<Duration> life) {
    this.test = test;
    this.here = here;
    this.link = link;
    this.life = life;
  }

  @Override
  public Optional<Kept> recall(String conversationId, Instant now) {
    return here.recall(conversationId, now);
  }

  @Override
  public void keep(String conversationId, Line line, Instant now) {
    here.keep(conversationId, line, now);
    write(conversationId);
  }

  @Override
  public void forget(String conversationId, String itemId) {
    here.forget(conversationId, itemId);
    if (here.remembered(conversationId).isPresent()) {
      write(conversationId);
    }
  }

  @Override
  public void bill(String conversationId, double seconds, Instant now) {
    here.bill(conversationId, seconds, now);
    write(conversationId);
  }

  /** What the store says of it replaces what is known here, which may be older. */
  void learn(String conversationId, StoredConversation stored, Instant now) {
    boolean dead = life.filter(it -> stored.usedAt().plus(it).isBefore(now)).isPresent();
    if (!dead) {
      here.replace(conversationId, stored.kept(), stored.usedAt());
    }
  }

  private void write(String id) {
    link.put(
        new Backlog.Value(
            Keys.conversation(test, id),
            () ->
                here.remembered(id)
                    .map(known -> new StoredConversation(known.kept(), known.usedAt()).text()),
            life));
  }
}
