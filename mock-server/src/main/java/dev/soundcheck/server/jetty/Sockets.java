package dev.soundcheck.server.jetty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * Makes sockets of requests, without Jetty's own limits: a message is measured where it is put
 * together.
 */
final class Sockets {
  /**
   * Ten chunks of audio of 100 ms fit in it; of what a client sends in one go only every tenth
   * message has to be put together. It is held only while something is read.
   */
  private static final int INPUT_BUFFER = 64 * 1024;

  /** What is smaller than a quarter of it is gathered. */
  private static final int OUTPUT_BUFFER = 16 * 1024;

  private static final Configuration.ConfigurationCustomizer SETTINGS = settings();

  private final WebSocketMappings mappings;

  /** Sockets of a server that has not been started. */
  Sockets(Server server) {
    mappings = new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
  }

  private static Configuration.ConfigurationCustomizer settings() {
    var settings = new Configuration.ConfigurationCustomizer();
    settings.setIdleTimeout(Duration.ZERO);
    settings.setMaxTextMessageSize(0);
    settings.setMaxBinaryMessageSize(0);
    settings.setMaxFrameSize(0);
    settings.setInputBufferSize(INPUT_BUFFER);
    settings.setOutputBufferSize(OUTPUT_BUFFER);
    return settings;
  }

  /**
   * Answers a request by a socket.
   *
   * <p>Compression is never agreed on: it costs more than everything else done for a message.
   *
   * @param handler makes what lives on the socket
   * @return false when the request is none for a socket; it is still to be answered then
   */
  boolean upgrade(
      Supplier<FrameHandler> handler,
      Optional<String> subprotocol,
      Request request,
      Response response,
      Callback callback) {
    WebSocketNegotiator negotiator =
        (asked, answer, done) -> {
          answer.setExtensions(List.of());
          subprotocol.ifPresent(answer::setAcceptedSubProtocol);
          return handler.get();
        };
    return mappings.upgrade(negotiator, request, response, callback, SETTINGS);
  }
}
