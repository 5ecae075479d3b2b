package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.Eavesdropper.Heard;
import dev.soundcheck.server.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server that stands under faults in virtual time, and one client that types to it. */
final class Turn implements AutoCloseable {
  static final String SPEAKING =
      """
      Feature: Faults
        Scenario: Somebody speaks
          When the user types anything
          Then the assistant says "It is foggy in Paris, and twelve degrees. Take a coat with you."
          When the user types anything
          Then the assistant says "So it is."
      """;

  static final String CALLING =
      """
      Feature: Faults
        Scenario: Somebody calls
          When the user types anything
          Then the assistant calls "look" with
            \"""json
            {"city": "Paris"}
            \"""
      """;

  private final MockVoiceServer server;
  private final Eavesdropper client;

  private Turn(ServerOptions options) {
    CompletableFuture<OpenedConnection> opened = new CompletableFuture<>();
    this.server = MockVoiceServer.start(options, new Doorman(opened));
    this.client = new Eavesdropper(server.uri());
    opened.orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Tells when the connection is there, after which time may move. */
  private record Doorman(CompletableFuture<OpenedConnection> told) implements ServerListener {
    @Override
    public void opened(OpenedConnection connection) {
      told.complete(connection);
    }
  }

  static ServerOptionsBuilder options(String faults) {
    return ServerOptions.builder().time(Time.VIRTUAL).playing(SPEAKING).faults(faults);
  }

  static Turn under(String faults) {
    return under(options(faults));
  }

  static Turn under(ServerOptionsBuilder options) {
    return new Turn(options.build());
  }

  Eavesdropper client() {
    return client;
  }

  MockVoiceServer server() {
    return server;
  }

  Turn passes(Duration time) {
    server.advance(time);
    return this;
  }

  /** Lets time pass in small steps up to an event, and gives all that was heard. */
  List<Heard> passesUntilHeard(String type) {
    List<Heard> all = new ArrayList<>(client.heardSoFar());
    for (int steps = 0; steps < 2000 && !types(all).contains(type); steps++) {
      passes(Duration.ofMillis(20));
      all.addAll(client.heardSoFar());
    }
    assertThat(types(all)).contains(type);
    return all;
  }

  /** All that is heard of a typed turn and a minute after it, the greeting before it. */
  List<Heard> all() {
    List<Heard> all = new ArrayList<>(client.types("Hello").hearsAll());
    server.advance(Duration.ofMinutes(1));
    all.addAll(client.hearsAll());
    return all;
  }

  /** The same up to the end of the connection, which stands last. */
  List<Heard> allToTheEnd() {
    client.types("Hello");
    return client.hearsTheEnd();
  }

  static List<String> types(List<Heard> heard) {
    return heard.stream().map(Heard::type).toList();
  }

  static List<JsonNode> events(String type, List<Heard> heard) {
    return heard.stream().filter(one -> one.type().equals(type)).map(Heard::json).toList();
  }

  /** What a turn without faults is like. */
  static List<Heard> healthy() {
    try (Turn turn = under(ServerOptions.builder().time(Time.VIRTUAL).playing(SPEAKING))) {
      return turn.all();
    }
  }

  /** Whose fault the server's findings are. */
  Stream<String> blamed() {
    return server.findings().stream().map(finding -> finding.kind().name());
  }

  @Override
  public void close() {
    server.close();
  }
}
