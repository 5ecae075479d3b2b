package dev.soundcheck.conformance.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** Dials with Jetty; one Jetty client for each trusted authority. */
final class JettyDialer implements Dialer {
  /** Above the 16 MiB that servers here take (decisions.md, "Errors"). */
  private static final long LARGEST_MESSAGE = 64L * 1024 * 1024;

  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final Map<Optional<Path>, WebSocketClient> clients = new ConcurrentHashMap<>();

  @Override
  public void dial(Target target, Ear ear) {
    try {
      Refusal refusal = new Refusal(target);
      WebSocketClient client = clients.computeIfAbsent(target.authority(), JettyDialer::client);
      Telephone telephone = new Telephone(client.getHttpClient(), target);
      var unused =
          client
              .connect(new JettyEar(ear, telephone), request(target), refusal)
              .whenComplete(
                  (session, failure) -> {
                    if (failure != null) {
                      ear.failed(refusal.words(failure), Refusal.passing(failure));
                    }
                  });
    } catch (IOException | RuntimeException broken) {
      ear.failed(new Refusal(target).words(broken), false);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(client -> LifeCycle.stop(client));
  }

  private static ClientUpgradeRequest request(Target target) {
    ClientUpgradeRequest request = new ClientUpgradeRequest(withoutFragment(target.url()));
    target.key().ifPresent(key -> request.setHeader("Authorization", "Bearer " + key));
    request.setTimeout(CONNECTING.toSeconds(), TimeUnit.SECONDS);
    return request;
  }

  private static URI withoutFragment(URI url) {
    return URI.create(url.toString().replaceFirst("#.*$", ""));
  }

  private static WebSocketClient client(Optional<Path> authority) {
    SslContextFactory.Client trust = new SslContextFactory.Client();
    authority.ifPresent(file -> trust.setTrustStore(Authority.read(file)));
    ClientConnector connector = new ClientConnector();
    connector.setSslContextFactory(trust);
    connector.setConnectTimeout(CONNECTING);
    connector.setExecutor(daemons());
    HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
    WebSocketClient client = new WebSocketClient(http);
    client.setMaxTextMessageSize(LARGEST_MESSAGE);
    client.setMaxBinaryMessageSize(LARGEST_MESSAGE);
    client.setMaxFrameSize(LARGEST_MESSAGE);
    client.setIdleTimeout(Duration.ZERO);
    LifeCycle.start(client);
    // A 401 without WWW-Authenticate would be reported as a protocol violation, without its words.
    http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    return client;
  }

  private static QueuedThreadPool daemons() {
    QueuedThreadPool threads = new QueuedThreadPool(32, 2);
    threads.setName("voice-dialer");
    threads.setDaemon(true);
    return threads;
  }
}
