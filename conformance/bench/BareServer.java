import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * The ceiling: Jetty alone, which looks at nothing and sends what was written down before. Events
 * come from a file, one a line: the first is the greeting, the second answers session.update, the
 * others answer response.create.
 *
 * <p>java BareServer PORT EVENTS [schemas [once]]; once ends with the first session, so that what was
 * loaded can be archived.
 */
public final class BareServer {
  private static final int LARGEST = 16 * 1024 * 1024;
  private static boolean once;

  public static void main(String[] args) throws Exception {
    List<String> events = Files.readAllLines(Path.of(args[1]));
    once = args.length > 3;
    Thread schemas = new Thread(() -> EventValidator.of(Profile.LIVE).warm());
    if (args.length > 2) {
      schemas.start();
    }
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(args[0]));
    server.addConnector(connector);
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
    sockets.setMaxTextMessageSize(LARGEST);
    sockets.setMaxFrameSize(LARGEST);
    sockets.setIdleTimeout(java.time.Duration.ZERO);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(
              Request request, Response response, org.eclipse.jetty.util.Callback callback) {
            return sockets.upgrade(
                (asked, answer, done) -> new Teller(events), request, response, callback);
          }
        });
    schemas.join();
    server.start();
    server.join();
  }

  /** One connection: the next message is sent when the one before has left. */
  public static final class Teller extends Session.Listener.AbstractAutoDemanding {
    private final List<String> events;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;

    Teller(List<String> events) {
      this.events = events;
    }

    @Override
    public void onWebSocketOpen(Session session) {
      super.onWebSocketOpen(session);
      send(events.subList(0, 1));
    }

    @Override
    public void onWebSocketText(String message) {
      if (message.contains("response.create")) {
        send(events.subList(2, events.size()));
      } else if (message.contains("session.update")) {
        send(events.subList(1, 2));
      }
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
      callback.succeed();
      if (once) {
        new Thread(() -> System.exit(0)).start();
      }
    }

    private synchronized void send(List<String> more) {
      waiting.addAll(more);
      next();
    }

    private synchronized void next() {
      while (!sending && !waiting.isEmpty()) {
        sending = true;
        getSession().sendText(waiting.remove(), Callback.from(this::sent, failure -> {}));
      }
    }

    private synchronized void sent() {
      sending = false;
      next();
    }
  }
}
