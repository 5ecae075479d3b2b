package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that calls a server, about which one that is. */
@Command
final class EndpointOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server (default: ${DEFAULT-VALUE}).")
  private URI url = URI.create("ws://127.0.0.1:8765/v1/realtime");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "API key, or env:NAME, or @FILE (default: XAI_API_KEY of the environment, or none).")
  private Optional<Secret> key = Optional.empty();

  @Mixin private TrustOptions trust = new TrustOptions();

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    boolean webSocket = List.of("ws", "wss").contains(String.valueOf(url.getScheme()));
    if (!webSocket || url.getHost() == null) {
      mistakes.add(
          "--url: expected ws://HOST:PORT/PATH or wss://…, found '%s'."
              .formatted(TraceText.address(url)));
    }
    trust.check(mistakes);
  }

  URI url() {
    return url;
  }

  Target target(Optional<String> usualKey) {
    return new Target(url, key.map(Secret::value).or(() -> usualKey), trust.authority());
  }
}
