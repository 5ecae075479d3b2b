package dev.soundcheck.conformance.proxy;

import static dev.soundcheck.conformance.proxy.RawPeer.BINARY;
import static dev.soundcheck.conformance.proxy.RawPeer.CLOSE;
import static dev.soundcheck.conformance.proxy.RawPeer.PING;
import static dev.soundcheck.conformance.proxy.RawPeer.PONG;
import static dev.soundcheck.conformance.proxy.RawPeer.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.proxy.RawPeer.Frame;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes through, frame by frame, between two ends made of bytes (issue 3 point 3). */
@Timeout(60)
final class FramesTest {
  private static final String PING_EVENT = "{\"type\":\"ping\",\"event_id\":\"e\",\"timestamp\":1}";

  @TempDir Path folder;

  private Between between;
  private RawPeer client;
  private RawPeer server;

  @BeforeEach
  void connect() throws IOException {
    between = new Between(folder);
    client = between.client();
    server = between.server();
    server.accepts();
    assertThat(client.head()).startsWith("HTTP/1.1 101 ");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
    between.close();
  }

  @Test
  void every_kind_goes_through_both_ways_in_order() throws IOException {
    Frame[] frames = {
      new Frame(TEXT, PING_EVENT),
      new Frame(BINARY, "\u0000\u0001\u00ff"),
      new Frame(PING, "are you there"),
      new Frame(PONG, "unasked"),
      new Frame(TEXT, ""),
      new Frame(BINARY, ""),
      new Frame(PING, ""),
      new Frame(TEXT, "{\"type\":\"pong\"}")
    };
    for (Frame frame : frames) {
      client.sends(frame);
      server.sends(frame);
    }

    for (Frame frame : frames) {
      assertThat(server.hears()).isEqualTo(frame);
      assertThat(client.hears()).isEqualTo(frame);
    }
  }

  @Test
  void a_message_in_parts_arrives_whole() throws IOException {
    client.sends(client.wire(TEXT, "{\"type\":".getBytes(StandardCharsets.US_ASCII)));
    client.sends(PING, "between");
    client.sends(client.wire(0x80, "\"ping\"}".getBytes(StandardCharsets.US_ASCII)));

    assertThat(server.hears()).isEqualTo(new Frame(PING, "between"));
    assertThat(server.hears()).isEqualTo(new Frame(TEXT, "{\"type\":\"ping\"}"));
  }

  @Test
  void a_large_message_goes_through_and_a_larger_one_ends_with_1009() throws IOException {
    String large = "a".repeat(16 * 1024 * 1024);
    CompletableFuture<Void> sending = later(() -> server.sends(BINARY, large));
    assertThat(client.hears().payload()).hasSize(large.length());
    sending.join();
    var tooLarge = later(() -> server.sends(server.wire(0x82, new byte[large.length() + 1])));

    assertThat(client.hears().payload()).startsWith("\u0003\u00f1").contains("16,777,216");
    assertThat(tooLarge).isNotNull();
  }

  @Test
  void a_client_closes_and_hears_the_servers_own_answer() throws IOException {
    client.sends(Frame.close(4001, "enough"));
    assertThat(server.hears()).isEqualTo(Frame.close(4001, "enough"));
    server.sends(Frame.close(4002, "as you like"));

    assertThat(client.hears()).isEqualTo(Frame.close(4002, "as you like"));
    assertThat(client.hearsNothingMore()).isTrue();
    assertThat(last()).isEqualTo(new End(Origin.CLIENT, 4001, "enough"));
  }

  @Test
  void a_server_closes_after_its_last_words_and_hears_the_clients_answer() throws IOException {
    server.sends(TEXT, PING_EVENT).sends(Frame.close(1000, "done"));
    assertThat(client.hears()).isEqualTo(new Frame(TEXT, PING_EVENT));
    assertThat(client.hears()).isEqualTo(Frame.close(1000, "done"));
    client.sends(Frame.close(1001, ""));

    assertThat(server.hears()).isEqualTo(Frame.close(1001, ""));
    assertThat(last()).isEqualTo(new End(Origin.SERVER, 1000, "done"));
  }

  /** Codes on which clients reconnect (live-behaviour.md, "close codes"). */
  @Test
  void a_close_with_an_error_goes_through() throws IOException {
    server.sends(Frame.close(1011, "keepalive ping timeout"));

    assertThat(client.hears()).isEqualTo(Frame.close(1011, "keepalive ping timeout"));
    client.sends(Frame.close(1011, "as you like"));
    assertThat(server.hears()).isEqualTo(Frame.close(1011, "as you like"));
    assertThat(last()).isEqualTo(new End(Origin.SERVER, 1011, "keepalive ping timeout"));
  }

  @Test
  void a_close_without_a_code_stays_without() throws IOException {
    client.sends(CLOSE, "");

    assertThat(server.hears()).isEqualTo(new Frame(CLOSE, ""));
    assertThat(last()).isEqualTo(new End(Origin.CLIENT, 1005, ""));
  }

  @Test
  void a_client_that_vanishes_amid_a_frame_is_gone_for_the_server_too() throws IOException {
    byte[] frame = client.wire(0x81, PING_EVENT.getBytes(StandardCharsets.US_ASCII));
    client.sends(Arrays.copyOf(frame, frame.length / 2));
    client.close();

    assertThat(server.hearsNothingMore()).isTrue();
    assertThat(last().code()).isEqualTo(1006);
    assertThat(last().from()).isEqualTo(Origin.CLIENT);
  }

  @Test
  void a_server_that_vanishes_is_gone_for_the_client_too() throws IOException {
    server.sends(TEXT, PING_EVENT);
    assertThat(client.hears()).isEqualTo(new Frame(TEXT, PING_EVENT));
    server.close();

    assertThat(client.hearsNothingMore()).isTrue();
    assertThat(between.trace().messages()).hasSize(1);
    assertThat(last().from()).isEqualTo(Origin.SERVER);
  }

  @Test
  void stopping_says_1001_to_both_and_completes_the_trace() throws IOException {
    client.sends(TEXT, "{\"type\":\"response.cancel\"}");
    server.hears();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(between.proxy::close);

    assertThat(client.hears().payload()).startsWith("\u0003\u00e9");
    assertThat(server.hears().payload()).startsWith("\u0003\u00e9");
    stopping.join();
    assertThat(between.trace().messages()).hasSize(1);
    assertThat(last().code()).isEqualTo(1001);
  }

  @Test
  void a_slow_reader_slows_who_speaks_to_it_and_loses_nothing() throws IOException {
    int count = 1_000;
    String chunk = "b".repeat(100_000);
    AtomicInteger sent = new AtomicInteger();
    CompletableFuture<Void> speaking =
        later(
            () -> {
              for (int i = 0; i < count; i++) {
                server.sends(BINARY, chunk);
                sent.incrementAndGet();
              }
            });

    AtomicInteger before = new AtomicInteger(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> before.getAndSet(sent.get()) == sent.get());
    assertThat(sent.get()).isLessThan(count / 2);
    for (int i = 0; i < count; i++) {
      assertThat(client.hears().payload().length()).isEqualTo(chunk.length());
    }
    speaking.join();
  }

  @Test
  void what_went_by_is_in_the_trace_as_it_was() throws IOException {
    client.sends(TEXT, "{\"type\":\"response.cancel\"}").sends(BINARY, "\u0000\u00ff");
    server.hears();
    server.hears();
    server.sends(TEXT, "not json").sends(Frame.close(1000, ""));
    client.hears();
    client.hears();
    client.sends(Frame.close(1000, ""));

    Trace trace = between.trace();
    assertThat(trace.seen())
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("Message", "Binary", "Malformed", "Closed");
    assertThat(trace.seen()).extracting(Observed::at).isSorted();
    assertThat(trace.header().target()).endsWith("/v1/realtime?model=m");
  }

  private record End(Origin from, int code, String reason) {}

  private End last() {
    Observed last = between.trace().seen().get(between.trace().seen().size() - 1);
    Observed.Closed closed = (Observed.Closed) last;
    return new End(closed.from(), closed.code(), closed.reason());
  }

  private interface Work {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> later(Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }
}
