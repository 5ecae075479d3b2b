package dev.soundcheck.conformance.client;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;

/** Control of the telephone call that a connection joined (live-behaviour.md §7.3). */
record Telephone(HttpClient http, Target target) {
  private static final Pattern CALL = Pattern.compile("[?&]call_id=([^&#]+)");

  /** The answer comes to the ear; a connection that joined no call gets none. */
  void ask(String action, String body, Ear ear) {
    Optional<URI> address = address(action);
    if (address.isEmpty()) {
      ear.answered(action, 0);
      return;
    }
    Request request = http.POST(address.get());
    request.body(new StringRequestContent("application/json", body));
    target
        .key()
        .ifPresent(key -> request.headers(all -> all.put("Authorization", "Bearer " + key)));
    request.send(
        result ->
            ear.answered(action, result.isSucceeded() ? result.getResponse().getStatus() : 0));
  }

  /** Beside the socket: {@code /v1/realtime/calls/{id}/refer}. */
  private Optional<URI> address(String action) {
    String url = target.url().toString();
    Matcher call = CALL.matcher(url);
    String socket = url.replaceFirst("[?#].*$", "").replaceFirst("^ws", "http");
    return call.find()
        ? Optional.of(URI.create("%s/calls/%s/%s".formatted(socket, call.group(1), action)))
        : Optional.empty();
  }
}
