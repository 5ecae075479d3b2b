package dev.soundcheck.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that calls a server, about whom it trusts. */
final class TrustOptions {
  @Option(names = "--ca", paramLabel = "FILE", description = "Certificates to trust, as PEM.")
  private Optional<Path> authority = Optional.empty();

  /** A PEM file of certificates to trust instead of the usual ones. */
  Optional<Path> authority() {
    return authority;
  }

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    authority
        .filter(file -> !Files.isReadable(file))
        .ifPresent(file -> mistakes.add("--ca: there is no file '%s' to read.".formatted(file)));
  }
}
