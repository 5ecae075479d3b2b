package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.TraceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.websocket.api.exceptions.UpgradeException;
import org.eclipse.jetty.websocket.client.JettyUpgradeListener;
import org.jspecify.annotations.Nullable;

/** Why a connection did not come about, in words that say what to do. */
final class Refusal implements JettyUpgradeListener {
  private static final int ENOUGH = 2_000;

  private final String shown;
  private final boolean secure;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Refusal(Target target) {
    this.shown = TraceText.address(target.url());
    this.secure = "wss".equalsIgnoreCase(target.url().getScheme());
  }

  @Override
  public void onHandshakeRequest(Request request) {
    request.onResponseContent((response, content) -> keep(content));
  }

  private synchronized void keep(ByteBuffer content) {
    byte[] bytes = new byte[Math.min(content.remaining(), ENOUGH - body.size())];
    content.get(bytes);
    body.writeBytes(bytes);
  }

  synchronized String words(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UpgradeException refused && refused.getResponseStatusCode() > 0) {
        return status(refused.getResponseStatusCode());
      }
      if (cause instanceof SSLException) {
        return tls(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof UnknownHostException) {
        return "%s: no such host.".formatted(shown);
      }
      if (cause instanceof ConnectException) {
        return "%s: nothing listens there. Is a server running? ./soundcheck serve starts one."
            .formatted(shown);
      }
      if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
        return "%s: no answer within ten seconds.".formatted(shown);
      }
    }
    return ended(failure.getMessage());
  }

  /** A server that speaks no TLS may hang up sooner than its answer is read, which is no TLS. */
  private String ended(@Nullable String why) {
    String hint = secure ? " If the server speaks no TLS, its address begins with ws://." : "";
    return why == null
        ? "%s: the connection ended before there was an answer.%s".formatted(shown, hint)
        : "%s: %s%s".formatted(shown, why.replaceFirst("\\.?$", "."), hint);
  }

  /**
   * Whether another attempt may fare better. What a server says about the request itself it will
   * say again.
   */
  static boolean passing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UpgradeException refused && refused.getResponseStatusCode() > 0) {
        int status = refused.getResponseStatusCode();
        return status >= 500 || status == 429 || status == 408;
      }
      if (cause instanceof SSLException || cause instanceof UnknownHostException) {
        return false;
      }
      if (cause instanceof IOException || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private String tls(String why) {
    if (why.contains("PKIX path")) {
      return "%s: this machine does not trust the server's certificate. Give its authority with --ca FILE."
          .formatted(shown);
    }
    return "%s: TLS failed (%s). If the server speaks no TLS, its address begins with ws://."
        .formatted(shown, why);
  }

  private String status(int code) {
    String said = said().replaceAll("\\s+", " ");
    String words = said.isEmpty() ? "." : ": " + (said.matches("(?s).*[.?]") ? said : said + ".");
    return switch (code) {
      case 400 ->
          "%s: the server did not understand the request (400)%s If it speaks TLS, its address begins with wss://."
              .formatted(shown, words);
      case 401, 403 ->
          "%s: the server refused the key (%d)%s Give one with --key, or in XAI_API_KEY."
              .formatted(shown, code, words);
      case 404 -> "%s: not found (404)%s".formatted(shown, words);
      default -> "%s: expected 101, the server answered %d%s".formatted(shown, code, words);
    };
  }

  /**
   * The sentence in the body: as JSON under {@code error}, as an object's {@code message}, or as it
   * is.
   */
  private String said() {
    String text = body.toString(StandardCharsets.UTF_8).strip();
    return Json.parse(text)
        .map(json -> json.path("error"))
        .flatMap(
            error ->
                error.isObject() ? error.path("message").stringValueOpt() : error.stringValueOpt())
        .orElse(text);
  }
}
