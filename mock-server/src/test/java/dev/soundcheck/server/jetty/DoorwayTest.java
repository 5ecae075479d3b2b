package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.time.VirtualTime;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at a port when the system has no descriptor left. */
final class DoorwayTest {
  private final List<String> news = new ArrayList<>();
  private final VirtualTime time = new VirtualTime();
  private final Server server = new Server();
  private final Doorway door =
      new Doorway(
          server,
          null,
          new HttpConnectionFactory(),
          time,
          port -> new Doorkeeper(port, 10, Long.MAX_VALUE, news::add));

  @BeforeEach
  void start() throws Exception {
    door.setHost("127.0.0.1");
    server.addConnector(door);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void nobody_is_accepted_for_a_second_and_it_is_told_once() {
    for (int i = 0; i < 100; i++) {
      assertThat(door.handleAcceptFailure(new IOException("Too many open files"))).isTrue();
    }

    assertThat(door.isAccepting()).isFalse();
    assertThat(news)
        .containsExactly(
            "Nobody can be let in: Too many open files. It is tried again each second.");
    time.advance(Duration.ofSeconds(1));
    assertThat(door.isAccepting()).isTrue();
  }

  @Test
  void a_port_that_is_closed_has_nothing_to_tell() {
    door.handleAcceptFailure(new AsynchronousCloseException());

    assertThat(news).isEmpty();
  }

  /** 256 files, of which 40 are open: what else opens files gets its share. */
  @Test
  void connections_take_what_the_rest_of_the_program_leaves() {
    assertThat(Descriptors.forConnections(256, 40)).isEqualTo(168);
    assertThat(Descriptors.forConnections(64, 40)).isEqualTo(8);
  }
}
