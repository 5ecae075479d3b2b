package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can reach a server (docs/decisions/server-credentials.md). */
@Timeout(60)
final class ReachTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2", "127.1", "::ffff:127.0.0.1", ""})
  void addresses_of_this_machine_alone_need_no_key(String host) {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().host(host).build())) {
      assertThat(server.port()).isPositive();
    }
  }

  /** However they are written: it is what they mean that counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "0", "::", "[::]", "0:0:0:0:0:0:0:0", "192.0.2.1", "::ffff:0.0.0.0"})
  void others_need_one(String host) {
    assertThatThrownBy(() -> MockVoiceServer.start(ServerOptions.builder().host(host).build()))
        .isInstanceOf(ServerException.class)
        .hasMessage(
            "Others than this machine can reach '%s', and no key is asked for. Give --key KEY (in Java keys) to let in those who know it, or --open (open) where all may come in.",
            host);
  }

  @Test
  void with_a_key_or_where_all_may_come_in_they_will_do() {
    ServerOptionsBuilder options = ServerOptions.builder().host("0.0.0.0");
    try (MockVoiceServer keyed =
            MockVoiceServer.start(options.keys(List.of("open sesame")).build());
        MockVoiceServer open = MockVoiceServer.start(options.keys(List.of()).open(true).build())) {
      assertThat(keyed.port()).isNotEqualTo(open.port());
    }
  }

  @Test
  void a_name_that_means_nothing_is_told() {
    assertThatThrownBy(
            () -> MockVoiceServer.start(ServerOptions.builder().host("no such host").build()))
        .isInstanceOf(ServerException.class)
        .hasMessage(
            "There is no address 'no such host'. Use --host 127.0.0.1 for this machine alone.");
  }

  @Test
  void the_usual_server_is_not_there_for_other_machines() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeThat(others).isNotEmpty();
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      for (InetAddress other : others) {
        assertThatThrownBy(() -> connect(other, server.port()))
            .as("%s", other)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
    }
  }
}
