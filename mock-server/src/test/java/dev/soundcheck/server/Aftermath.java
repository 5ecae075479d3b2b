package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Pacing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.awaitility.core.ConditionFactory;

/**
 * A server that is attacked, and a session on it that must not notice. Afterwards everything is as
 * before: no session is left but that one, no thread for each attack, and not a word in the log.
 */
final class Aftermath implements AutoCloseable {
  /** A pool may keep some for a while, whoever used them. */
  private static final int SPARE_THREADS = 16;

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";

  private final MockVoiceServer server;
  private final Caller bystander;
  private final int threads;

  /** With limits as they are given on the command line. */
  Aftermath(String limits) throws ExecutionException {
    server =
        MockVoiceServer.start(
            ServerOptions.builder().limits(limits).pacing(Pacing.INSTANT).build());
    bystander = Caller.to(server.uri());
    answersBystander();
    threads = Thread.activeCount();
    Noise.silence();
  }

  MockVoiceServer server() {
    return server;
  }

  /** After an attack that is over. */
  void check() throws ExecutionException {
    answersBystander();
    soon().untilAsserted(() -> assertThat(server.connections()).allMatch(this::isOver));
    List<String> heard = Noise.heard();
    Noise.silence();
    assertThat(heard).isEmpty();
  }

  private void answersBystander() throws ExecutionException {
    bystander.says(UPDATE).hears("session.updated");
  }

  private static ConditionFactory soon() {
    return await().atMost(SOON).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  private boolean isOver(List<Observed> journal) {
    if (journal.isEmpty()) {
      return false;
    }
    Observed last = journal.get(journal.size() - 1);
    return last.connection() == 1 || last instanceof Observed.Closed;
  }

  /** After all attacks. */
  @Override
  public void close() {
    soon()
        .untilAsserted(() -> assertThat(Thread.activeCount()).isLessThan(threads + SPARE_THREADS));
    server.close();
  }
}
