package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.ServerOptionsBuilder;
import dev.soundcheck.server.store.StoreAddress;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What several servers behind one address have in common, and how one of them leaves. */
@Command
final class ShareOptions {
  @Option(
      names = "--secrets-key",
      paramLabel = "KEY",
      defaultValue = "${env:SOUNDCHECK_SECRETS_KEY}",
      description =
          "Signs client secrets, so that all servers with the same one take them; as KEY, env:NAME or @FILE, or from SOUNDCHECK_SECRETS_KEY (default: --key, else one that nobody else has).")
  private Optional<Secret> secretsKey = Optional.empty();

  @Option(
      names = "--store",
      paramLabel = "URL",
      defaultValue = "${env:SOUNDCHECK_STORE}",
      description =
          "Redis or Valkey where servers find what outlives connections, as redis://host:6379/0; also from SOUNDCHECK_STORE (default: this process).")
  private Optional<String> store = Optional.empty();

  @Option(
      names = "--store-password",
      paramLabel = "WORD",
      defaultValue = "${env:SOUNDCHECK_STORE_PASSWORD}",
      description =
          "Its password; better from SOUNDCHECK_STORE_PASSWORD, because others see command lines (default: none).")
  private Optional<Secret> storePassword = Optional.empty();

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      converter = TimeName.class,
      description =
          "When it is told to stop, let nobody in any more and wait so long for sessions to end, as 30s or 10min (default: close them at once).")
  private Optional<Duration> grace = Optional.empty();

  void into(ServerOptionsBuilder options) {
    given(secretsKey).ifPresent(options::secretsKey);
    store
        .filter(url -> !url.isEmpty())
        .ifPresent(url -> options.store(StoreAddress.of(url, given(storePassword))));
  }

  /** A variable that is there and empty says nothing. */
  private static Optional<String> given(Optional<Secret> secret) {
    return secret.map(Secret::value).filter(value -> !value.isEmpty());
  }

  /** How long sessions may go on; zero where nothing is said. */
  Duration grace() {
    return grace.orElse(Duration.ZERO);
  }
}
