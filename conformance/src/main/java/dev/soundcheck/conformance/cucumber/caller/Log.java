package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was seen of a conversation so far; of one that does not end the last of it. */
final class Log implements Watcher {
  private static final int MOST_SEEN = 20_000;
  private static final int MOST_BREACHES = 20;

  private final Deque<Observed> seen = new ArrayDeque<>();
  private final List<Finding> breaches = new ArrayList<>();

  @Override
  public synchronized void saw(Observed observed, List<Finding> findings) {
    if (seen.size() == MOST_SEEN) {
      seen.removeFirst();
    }
    seen.add(observed);
    findings.forEach(this::found);
  }

  @Override
  public synchronized void unheard(Duration at, Finding finding) {
    found(finding);
  }

  /** A service that grows is not broken: client-exit-status.md. */
  private void found(Finding finding) {
    if (finding.kind() != Finding.Kind.UNKNOWN_MEMBER && breaches.size() < MOST_BREACHES) {
      breaches.add(finding);
    }
  }

  synchronized List<Observed> seen() {
    return List.copyOf(seen);
  }

  /** What the contract does not allow of what the server said. */
  synchronized List<String> breaches() {
    return breaches.stream().map(Finding::message).toList();
  }
}
