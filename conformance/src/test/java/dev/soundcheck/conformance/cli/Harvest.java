package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Secrets that are planted, and everything in which they must not come up. */
final class Harvest {
  private final Random random = new Random(7);

  /** A secret that looks like no known sort of key. */
  String plant(String place) {
    return "plnt%s%016x".formatted(place.toUpperCase(Locale.ROOT), random.nextLong());
  }

  /** Neither as it is, nor as base64, nor its half. */
  static void isFreeOf(String what, String text, List<String> secrets) {
    for (String secret : secrets) {
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(text)
          .as(what)
          .doesNotContain(secret, encoded, secret.substring(secret.length() / 2));
    }
  }

  static void isFreeOf(Ran ran, List<String> secrets) {
    isFreeOf("standard output", ran.out(), secrets);
    isFreeOf("standard error", ran.err(), secrets);
  }

  /** Every file below. */
  static void isFreeOf(Path folder, List<String> secrets) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        isFreeOf(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1), secrets);
      }
    }
  }
}
