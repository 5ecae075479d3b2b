package dev.soundcheck.server.jetty;

import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.time.Timepiece;
import java.net.BindException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of Jetty as this server wants them. */
final class Plumbing {
  private static final int FEWEST_PLAYERS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Plumbing.class);

  private Plumbing() {}

  /**
   * Threads that play what nobody's message began: few, because plays never wait, and because each
   * thread that is woken costs more than a step of a play.
   */
  static ExecutorService plays() {
    return new ForkJoinPool(
        Math.max(FEWEST_PLAYERS, Runtime.getRuntime().availableProcessors()),
        pool -> {
          ForkJoinWorkerThread thread =
              ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
          thread.setName("soundcheck-plays-" + thread.getPoolIndex());
          return thread;
        },
        null,
        true);
  }

  /**
   * So many threads that read, and the one that rings alarms, may play themselves; beyond that they
   * go on, so that whoever dials a busy server does not wait behind all who talk with it.
   */
  static Semaphore hands() {
    return new Semaphore(Runtime.getRuntime().availableProcessors() + 1);
  }

  /** The port, and who lets in there. */
  static Doorway door(
      Server server, Binding binding, Timepiece time, Function<Connector, Doorkeeper> keeper) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Clients dial 127.0.0.1 and other names than the certificate's; TLS clients check names
    // themselves.
    http.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory speaks = new HttpConnectionFactory(http);
    SslContextFactory.Server tls = binding.identity().map(Plumbing::tls).orElse(null);
    Doorway connector = new Doorway(server, tls, speaks, time, keeper);
    // A name could mean something else when it is asked again.
    connector.setHost(binding.address().getHostAddress());
    connector.setPort(binding.port());
    server.addConnector(connector);
    server.setStopTimeout(0);
    server.setErrorHandler(Plumbing::failed);
    return connector;
  }

  static ServerException cannotListen(Binding binding, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ServerException(bindFailure(binding, cause), failure);
      }
    }
    return new ServerException(
        "Cannot listen on %s:%d: %s."
            .formatted(binding.host(), binding.port(), failure.getMessage()),
        failure);
  }

  private static String bindFailure(Binding binding, Throwable cause) {
    String why = String.valueOf(cause.getMessage());
    if (why.contains("in use")) {
      return "Port %d is already in use. Use --port 0 for a free one.".formatted(binding.port());
    }
    return "Cannot listen on %s:%d: %s. Use an address of this machine and a port above 1023."
        .formatted(binding.host(), binding.port(), why);
  }

  private static SslContextFactory.Server tls(Identity identity) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(identity.keys());
    tls.setKeyStorePassword(identity.password());
    tls.setSniRequired(false);
    return tls;
  }

  /**
   * What Jetty itself refuses is answered as everything else here is; only our faults are told, and
   * that somebody left in the middle is none.
   */
  private static boolean failed(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR_500;
    if (ours
        && request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable cause
        && !(cause instanceof QuietException)) {
      LOG.warn("event=failed status={}", status, cause);
    }
    Exchange.reply(
        ApiReply.refusal(
            status,
            "bad-request",
            "The request cannot be read or served (status %d).".formatted(status)),
        request,
        response,
        callback);
    return true;
  }
}
