package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.PlacedCall;
import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.ServerOptionsBuilder;
import dev.soundcheck.server.api.Webhook;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Telephone calls that come in. */
final class CallOptions {
  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Where telephone calls are announced, with realtime.call.incoming.")
  private Optional<URI> webhook = Optional.empty();

  @Option(
      names = "--webhook-secret",
      paramLabel = "SECRET",
      description =
          "Signs the announcements: 'whsec_' and base64, or any other text, or env:NAME, or @FILE (default: "
              + Webhook.USUAL_SECRET
              + ").")
  private Optional<Secret> secret = Optional.empty();

  @Option(
      names = "--call",
      paramLabel = "NAME",
      completionCandidates = Choices.Scenarios.class,
      description = "Place a call of this scenario at once; may be given several times.")
  private List<String> calls = List.of();

  /** Adds them to the options of a server. */
  void into(ServerOptionsBuilder options) {
    try {
      String signing = secret.map(Secret::value).orElse(Webhook.USUAL_SECRET);
      webhook.ifPresent(to -> options.webhook(new Webhook(to, signing)));
    } catch (IllegalArgumentException wrong) {
      throw new ServerException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** Places the calls and says where to join each. */
  void place(MockVoiceServer server, PrintWriter out, boolean json) {
    for (String name : calls) {
      PlacedCall call = server.call(name);
      out.println(
          json
              ? Json.mapper()
                  .createObjectNode()
                  .put("event", "call")
                  .put("scenario", name)
                  .put("call_id", call.id())
                  .put("url", call.uri().toString())
                  .toString()
              : "Calling, to be joined at %s: %s".formatted(call.uri(), name));
    }
    out.flush();
  }
}
