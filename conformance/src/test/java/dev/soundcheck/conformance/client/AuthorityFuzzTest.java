package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file of certificates is, it is read, or told what was expected. */
final class AuthorityFuzzTest {
  @TempDir private Path folder;

  @Test
  void every_file_is_read_or_refused() throws IOException {
    String pem = authority();
    Path file = folder.resolve("ca.pem");
    List<byte[]> files =
        List.of(
            pem.getBytes(StandardCharsets.UTF_8),
            (pem + "and more\n" + pem).getBytes(StandardCharsets.UTF_8));
    new Fuzz("certificates", Kinds.bytes(), files).oneIn(40).run(input -> read(file, input));
  }

  private String authority() throws IOException {
    ServerOptions options = ServerOptions.builder().tls(folder.resolve("tls")).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      return Files.readString(server.certificateAuthority().orElseThrow());
    }
  }

  private static boolean read(Path file, byte[] input) throws IOException, KeyStoreException {
    Files.write(file, input);
    try {
      return Authority.read(file).size() > 0;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("expected a PEM file of certificates");
      return false;
    }
  }
}
