package dev.soundcheck.server;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.api.Front;
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
  static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  private final ServerOptions options;
  private final House house;

  private MockVoiceServer(ServerOptions options, House house) {
    this.options = options;
    this.house = house;
  }

  /**
   * Starts a server; when this returns it accepts connections.
   *
   * @throws ServerException when the port is taken, others can reach it without a key, the scenario
   *     is unknown or a certificate cannot be made
   * @throws dev.soundcheck.server.recording.RecordingException when the trace holds nothing to play
   * @throws dev.soundcheck.script.ScriptException with every mistake of the features
   */
  public static MockVoiceServer start(ServerOptions options, ServerListener... listeners) {
    return new MockVoiceServer(options, House.open(options, List.of(listeners)));
  }

  /**
   * A server on a free port that plays this to every client.
   *
   * @param feature the name of a built-in scenario, such as {@code weather/one-tool-call}; a path
   *     that ends in {@code .feature}; or the text of a feature
   * @throws ServerException when there is no scenario of this name
   * @throws dev.soundcheck.script.ScriptException with every mistake of the feature
   */
  public static MockVoiceServer playing(String feature) {
    return start(ServerOptions.builder().playing(feature).build());
  }

  /** Where clients connect: {@code ws://127.0.0.1:49152/v1/realtime}, {@code wss://} with TLS. */
  public URI uri() {
    return at(options.doors().tls().isPresent() ? "wss" : "ws", Front.SOCKET);
  }

  /** The same over HTTP, without a path: {@code http://127.0.0.1:49152}. */
  public URI httpUri() {
    return at(options.doors().tls().isPresent() ? "https" : "http", "");
  }

  /** The port that it listens on, also where it was started with 0. */
  public int port() {
    return house.port();
  }

  /**
   * Somebody calls: announces it by webhook, if there is one, and plays this to whoever joins.
   *
   * @param feature as for {@link #playing}
   * @throws ServerException when there is no scenario of this name
   * @throws dev.soundcheck.script.ScriptException with every mistake of the feature
   */
  public PlacedCall call(String feature) {
    return house.call("", feature, uri());
  }

  /** The authority that clients must trust, as PEM; empty without TLS. */
  public Optional<Path> certificateAuthority() {
    return house.authority();
  }

  /**
   * Lets nobody in any more, and returns when the last session has ended, or after this time.
   * {@link #close} closes those that are left.
   */
  public void drain(Duration grace) {
    house.listening().drain(grace);
  }

  /** The next event from any client that was not taken yet, waiting up to ten seconds. */
  public ReceivedEvent takeEvent() {
    return takeEvent(USUAL_LIMIT);
  }

  /**
   * The next event from any client that was not taken yet.
   *
   * @throws ServerException when none comes in time: how long it waited and what came before
   */
  public ReceivedEvent takeEvent(Duration limit) {
    return kept().take(limit);
  }

  /**
   * The next event of this type from any client; those before it that were not taken yet are taken
   * with it, so what is waited for first has to come first.
   *
   * @throws ServerException when none comes in time: how long it waited and what came instead
   */
  public ReceivedEvent awaitEvent(EventType type, Duration limit) {
    return kept().await(type, limit);
  }

  /** The same, waiting up to ten seconds. */
  public ReceivedEvent awaitEvent(EventType type) {
    return awaitEvent(type, USUAL_LIMIT);
  }

  /** What was not as it should be so far, on all connections. */
  public List<ConnectionFinding> findings() {
    return kept().findings();
  }

  /** Everything seen so far, a list per connection; times count from that connection's opening. */
  public List<List<Observed>> connections() {
    return kept().connections();
  }

  /** The same as traces, one for each connection that was let in, in their order. */
  public List<Trace> traces() {
    return kept().traces();
  }

  /**
   * Moves the virtual time of all connections on that named no test. When this returns, all that
   * was due meanwhile has been played and is on its way to the clients.
   *
   * @throws ServerException where time is that of the machine, or for a time before now
   */
  public void advance(Duration by) {
    house.advance("", by);
  }

  /**
   * One of several tests that use this server side by side.
   *
   * @param id any name
   */
  public IsolatedTest test(String id) {
    return new IsolatedTest(id, uri(), house);
  }

  /** Closes every session with 1001 and stops listening; returns within two seconds. */
  @Override
  public void close() {
    house.close();
  }

  private Journals kept() {
    return house.journals().all();
  }

  /** With a wildcard address clients of this machine use the loopback. */
  private URI at(String scheme, String path) {
    String host =
        switch (options.doors().host()) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]" -> "[::1]";
          default ->
              options.doors().host().contains(":") && !options.doors().host().startsWith("[")
                  ? "[" + options.doors().host() + "]"
                  : options.doors().host();
        };
    return URI.create("%s://%s:%d%s".formatted(scheme, host, port(), path));
  }
}
