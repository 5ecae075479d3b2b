package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.play.ConnectionFinding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A voice service to point an app at: it plays scenarios, listens, speaks, and remembers what it
 * received. Running from {@link #start} to {@link #close}; safe for use by many threads. Its
 * threads do not keep a program alive.
 */
public final class MockVoiceServer implements AutoCloseable {
  private MockVoiceServer() {}

  /**
   * Starts a server; when this returns it accepts connections.
   *
   * @throws ServerException when the port is taken, the scenario is unknown or a certificate cannot
   *     be made
   * @throws dev.soundcheck.script.ScriptException with every mistake of the features
   */
  public static MockVoiceServer start(ServerOptions options, ServerListener... listeners) {
    throw new UnsupportedOperationException(options + " " + listeners.length);
  }

  /**
   * A server on a free port that plays this built-in scenario, such as {@code
   * weather/one-tool-call}.
   */
  public static MockVoiceServer playing(String scenario) {
    return start(ServerOptions.builder().scenario(scenario).build());
  }

  /** Where clients connect: {@code ws://127.0.0.1:49152/v1/realtime}, {@code wss://} with TLS. */
  public URI uri() {
    throw new UnsupportedOperationException();
  }

  /** The same over HTTP, without a path: {@code http://127.0.0.1:49152}. */
  public URI httpUri() {
    throw new UnsupportedOperationException();
  }

  public int port() {
    throw new UnsupportedOperationException();
  }

  /** The authority that clients must trust, as PEM; empty without TLS. */
  public Optional<Path> certificateAuthority() {
    throw new UnsupportedOperationException();
  }

  /** The next event from any client that was not taken yet, waiting up to ten seconds. */
  public ReceivedEvent takeEvent() {
    return takeEvent(Duration.ofSeconds(10));
  }

  /**
   * The next event from any client that was not taken yet.
   *
   * @throws ServerException when none comes in time: how long it waited and what came before
   */
  public ReceivedEvent takeEvent(Duration limit) {
    throw new UnsupportedOperationException(limit.toString());
  }

  /** What was not as it should be so far, on all connections. */
  public List<ConnectionFinding> findings() {
    throw new UnsupportedOperationException();
  }

  /** Everything seen so far, a list per connection; times count from that connection's opening. */
  public List<List<Observed>> connections() {
    throw new UnsupportedOperationException();
  }

  /** Closes every session with 1001 and stops listening; returns within two seconds. */
  @Override
  public void close() {}
}
