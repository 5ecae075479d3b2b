package dev.soundcheck.conformance.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** The way to the upstream: asks what a client asked, and adds nothing of its own. */
final class Dialing implements AutoCloseable {
  private static final int CONNECTIONS = 1_024;

  private final ProxyOptions.Limits limits;
  private final HttpClient http;
  private final WebSocketClient sockets;

  Dialing(Upstream upstream, ProxyOptions.Limits limits) {
    this.limits = limits;
    this.http = http(upstream, limits.patience());
    this.sockets = sockets(http, limits.message());
    LifeCycle.start(sockets);
    http.getContentDecoderFactories().clear();
    http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    http.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
  }

  /**
   * Asks for a WebSocket, and waits for the answer: 101 when {@code leg} is open, or a refusal.
   *
   * @throws ExecutionException when there is no answer; the cause says why
   */
  Reply socket(URI target, HttpFields headers, Leg leg) throws ExecutionException {
    Handshake handshake = new Handshake(headers, limits.message());
    ClientUpgradeRequest request = new ClientUpgradeRequest(target);
    request.setTimeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    try {
      sockets
          .connect(leg, request, handshake)
          .get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      return handshake.reply().filter(it -> it.status() != 101).orElseThrow(() -> refused);
    } catch (Exception late) {
      leg.drop();
      throw silent(late);
    }
    return handshake.reply().orElseThrow();
  }

  /**
   * Passes on a request that is no upgrade, and waits for the answer.
   *
   * @throws ExecutionException when there is no answer; the cause says why
   */
  Reply request(String method, URI target, HttpFields headers, byte[] body)
      throws ExecutionException {
    Request request =
        http.newRequest(target)
            .method(method)
            .headers(all -> headers.forEach(all::add))
            .timeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    if (body.length > 0) {
      request.body(new BytesRequestContent(headers.get("Content-Type"), body));
    }
    try {
      ContentResponse response =
          new CompletableResponseListener(request, limits.message()).send().get();
      return new Reply(response.getStatus(), response.getHeaders(), response.getContent());
    } catch (InterruptedException stopped) {
      throw silent(stopped);
    }
  }

  @Override
  public void close() {
    LifeCycle.stop(sockets);
  }

  private static ExecutionException silent(Exception late) {
    if (late instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new ExecutionException(new TimeoutException(late.getMessage()));
  }

  private static HttpClient http(Upstream upstream, Duration patience) {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    upstream.authority().ifPresent(file -> Trust.only(file, tls));
    QueuedThreadPool threads = new QueuedThreadPool(64, 2);
    threads.setName("soundcheck-upstream");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSslContextFactory(tls);
    connector.setConnectTimeout(patience);
    connector.setExecutor(threads);
    HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
    http.setMaxConnectionsPerDestination(CONNECTIONS);
    http.setFollowRedirects(false);
    http.setUserAgentField(null);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    return http;
  }

  private static WebSocketClient sockets(HttpClient http, int message) {
    WebSocketClient sockets = new WebSocketClient(http);
    sockets.setMaxTextMessageSize(message);
    sockets.setMaxBinaryMessageSize(message);
    sockets.setMaxFrameSize(message);
    sockets.setIdleTimeout(Duration.ZERO);
    return sockets;
  }
}
