package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One session of the protocol. Deterministic and confined to one caller at a time; times count from
 * the opening and never go back. Every call first does what was due before {@code now}.
 */
public final class Session {
  public Session(Setup setup) {
    throw new UnsupportedOperationException(setup.toString());
  }

  /** The greeting. */
  public List<Output> open() {
    throw new UnsupportedOperationException();
  }

  /** An event that the contract allows. */
  public List<Output> receive(Duration now, ClientEvent event) {
    throw new UnsupportedOperationException(now + " " + event);
  }

  /** A binary frame: raw audio in the input format. */
  public List<Output> hear(Duration now, byte[] audio) {
    throw new UnsupportedOperationException(now + " " + audio.length);
  }

  /** Something the client sent that is refused before it reaches the protocol. */
  public List<Output> refuse(Duration now, Refusal refusal) {
    throw new UnsupportedOperationException(now + " " + refusal);
  }

  /** What whoever plays the mind wants. */
  public List<Output> intend(Duration now, Intent intent) {
    throw new UnsupportedOperationException(now + " " + intent);
  }

  /** Does what is due up to {@code now}. */
  public List<Output> advance(Duration now) {
    throw new UnsupportedOperationException(now.toString());
  }

  /** When {@link #advance} has something to do next. */
  public Optional<Duration> wakeAt() {
    throw new UnsupportedOperationException();
  }
}
