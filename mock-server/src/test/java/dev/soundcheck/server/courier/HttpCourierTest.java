package dev.soundcheck.server.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A webhook that nobody takes is told in words and not in the names of classes. */
@Timeout(60)
final class HttpCourierTest {
  private final HttpCourier courier = new HttpCourier();

  @Test
  void nobody_listens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(failure("http://127.0.0.1:%d/hook".formatted(port)))
        .isInstanceOf(IOException.class)
        .hasMessage("nothing listens there");
  }

  /** As the library wraps them; looking a name up for real would ask the network. */
  @Test
  void there_is_no_such_host_and_nobody_answers_in_time() {
    Exception unresolved = new ConnectException();
    unresolved.initCause(new UnresolvedAddressException());

    assertThat(HttpCourier.why(new CompletionException(unresolved)))
        .isEqualTo("there is no such host");
    assertThat(HttpCourier.why(new CompletionException(new HttpTimeoutException("timed out"))))
        .isEqualTo("no answer in time");
  }

  @Test
  void a_broken_connection_is_told_in_the_librarys_words() {
    assertThat(HttpCourier.why(new CompletionException(new SSLHandshakeException("no trust"))))
        .isEqualTo("TLS failed (no trust)");
    assertThat(HttpCourier.why(new CompletionException(new IOException("header parser"))))
        .isEqualTo("the connection broke (header parser)");
  }

  private Throwable failure(String address) {
    Throwable thrown =
        catchThrowable(() -> courier.post(URI.create(address), Map.of(), "{}").join());

    assertThat(thrown).isInstanceOf(CompletionException.class);
    return Objects.requireNonNull(thrown.getCause());
  }
}
