package dev.soundcheck.server.api;

import dev.soundcheck.script.IncomingCall;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.session.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where telephone calls come in: each is announced by {@code realtime.call.incoming} and waits for
 * somebody to join it (live-behaviour.md §7.3). Safe for use by many threads.
 */
public final class CallDesk {
  private static final String CALLER = "+15550100";
  private static final String CALLED = "+15550199";

  private final Casting casting;
  private final Keyring.Clocks clocks;
  private final Ids ids;
  private final Optional<Webhook> webhook;
  private final Courier courier;
  private final Consumer<Announced> news;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();

  /**
   * A desk without calls.
   *
   * @param seed where ids come from
   * @param webhook where calls are announced; empty for calls that are only placed
   * @param news is told what comes of each announcement, on a thread of the courier
   */
  public CallDesk(
      Casting casting,
      Keyring.Clocks clocks,
      long seed,
      Optional<Webhook> webhook,
      Courier courier,
      Consumer<Announced> news) {
    this.casting = casting;
    this.clocks = clocks;
    this.ids = new Ids(seed);
    this.webhook = webhook;
    this.courier = courier;
    this.news = news;
  }

  /**
   * Somebody calls, and this scenario is played to whoever joins.
   *
   * @param test the test that it belongs to; empty for none
   * @param from who calls; empty for what the scenario says
   * @param to who is called; empty for what the scenario says
   * @param headers of SIP, beside those of the scenario
   * @return the call, already announced
   * @throws RefusedException with a 404 when there is no such scenario
   */
  public Call place(
      String test,
      String scenario,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> headers)
      throws RefusedException {
    return place(test, casting.named(scenario, test), from, to, headers);
  }

  /** The same with a scenario that is at hand, and as it says. */
  public Call place(String test, Program program) {
    return place(test, program, Optional.empty(), Optional.empty(), Map.of());
  }

  private Call place(
      String test,
      Program program,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> headers) {
    Optional<IncomingCall> written = program.call();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("From", address(from.or(() -> written.map(IncomingCall::from)).orElse(CALLER)));
    all.put("To", address(to.or(() -> written.flatMap(IncomingCall::to)).orElse(CALLED)));
    written.map(IncomingCall::headers).ifPresent(all::putAll);
    all.putAll(headers);
    return announced(test, program, all);
  }

  private static String address(String number) {
    return number.contains(":") ? number : "sip:%s@carrier.example".formatted(number);
  }

  private synchronized Call announced(String test, Program program, Map<String, String> headers) {
    Call call = new Call(ids.uuid(), test, program);
    calls.values().removeIf(Call::over);
    calls.put(call.id(), call);
    webhook.ifPresent(there -> announce(there, call, headers));
    return call;
  }

  private void announce(Webhook there, Call call, Map<String, String> headers) {
    Instant now = clocks.instant(call.test());
    String id = "evt_" + ids.hex();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("object", "event");
    event.put("id", id);
    event.put("type", "realtime.call.incoming");
    event.put("created_at", now.getEpochSecond());
    ObjectNode data = event.putObject("data");
    data.put("call_id", call.id());
    ArrayNode shown = data.putArray("sip_headers");
    headers.forEach((name, value) -> shown.addObject().put("name", name).put("value", value));
    data.putObject("metadata");
    String body = event.toString();
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put("content-type", "application/json");
    signed.put("webhook-id", id);
    signed.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    signed.put("webhook-signature", there.signature(id, now.getEpochSecond(), body));
    var unused =
        courier
            .post(there.to(), signed, body)
            .handle((status, failure) -> outcome(call, there, status, failure))
            .thenAccept(news);
  }

  private static Announced outcome(
      Call call, Webhook there, @Nullable Integer status, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    String why = cause == null ? "" : Objects.requireNonNullElse(cause.getMessage(), "no reason");
    return new Announced(call.id(), there.to(), Optional.ofNullable(status), why);
  }

  /** A call that is not over. */
  Optional<Call> find(String id) {
    return Optional.ofNullable(calls.get(id)).filter(call -> !call.over());
  }

  /**
   * Takes a call.
   *
   * @throws RefusedException with a 404 when it is unknown, over or taken
   */
  Call join(String id) throws RefusedException {
    Optional<Call> call = find(id).filter(Call::join);
    if (call.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(
              404,
              "call-not-found",
              "There is no call '%s' to join: it was never placed, is over, or somebody joined it."
                  .formatted(id)));
    }
    return call.get();
  }
}
