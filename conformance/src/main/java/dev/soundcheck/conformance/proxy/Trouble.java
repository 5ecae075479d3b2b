package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.TraceText;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why the upstream gave no answer, in words that say what to do. */
final class Trouble {
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final String where;
  private final Duration patience;

  Trouble(URI upstream, Duration patience) {
    this.where =
        TraceText.address(URI.create(upstream.getScheme() + "://" + upstream.getRawAuthority()));
    this.patience = patience;
  }

  Reply reply(Throwable failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return tls(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return bad("upstream-unknown", "there is no such host. Look at --upstream.");
      }
      if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
        return Reply.trouble(
            GATEWAY_TIMEOUT,
            "upstream-silent",
            "The recorded server %s gave no answer within %s seconds."
                .formatted(where, patience.toMillis() / 1000.0));
      }
      if (cause instanceof ConnectException) {
        return bad("upstream-unreachable", "nothing listens there. Is it running?");
      }
      last = cause;
    }
    return bad("upstream-broken", last.getMessage() + ".");
  }

  private Reply tls(String why) {
    return bad(
        "upstream-tls",
        why.contains("PKIX path")
            ? "this machine does not trust its certificate. Give its authority with --ca FILE."
            : "TLS failed: " + why + ".");
  }

  private Reply bad(String code, String why) {
    return Reply.trouble(
        BAD_GATEWAY, code, "The recorded server %s cannot be had: %s".formatted(where, why));
  }
}
