package dev.soundcheck.conformance.load;

import dev.soundcheck.conformance.client.Authority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;

/** Jetty's client, as cheap as it can be had: frames, whole, without extensions. */
final class Dialling {
  /** Above the 16 MiB that servers here take (decisions.md, "Errors"). */
  private static final long LARGEST_MESSAGE = 64L * 1024 * 1024;

  private static final int INPUT_BUFFER = 64 * 1024;
  private static final int MOST_THREADS = 64;
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private Dialling() {}

  static WebSocketCoreClient client(Optional<Path> authority) {
    SslContextFactory.Client trust = new SslContextFactory.Client();
    authority.ifPresent(file -> trust.setTrustStore(Authority.read(file)));
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("load");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSslContextFactory(trust);
    connector.setConnectTimeout(CONNECTING);
    connector.setExecutor(threads);
    HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
    http.setMaxConnectionsPerDestination(Integer.MAX_VALUE);
    http.setMaxRequestsQueuedPerDestination(Integer.MAX_VALUE);
    WebSocketCoreClient client = new WebSocketCoreClient(http, new WebSocketComponents());
    LifeCycle.start(client);
    http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    return client;
  }

  static Configuration.ConfigurationCustomizer wholeFrames() {
    Configuration.ConfigurationCustomizer session = new Configuration.ConfigurationCustomizer();
    session.setAutoFragment(false);
    session.setInputBufferSize(INPUT_BUFFER);
    session.setMaxFrameSize(LARGEST_MESSAGE);
    session.setIdleTimeout(Duration.ZERO);
    return session;
  }

  static URI withoutFragment(URI url) {
    return URI.create(url.toString().replaceFirst("#.*$", ""));
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "load-timer");
    thread.setDaemon(true);
    return thread;
  }
}
