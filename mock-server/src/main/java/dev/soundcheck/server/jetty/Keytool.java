package dev.soundcheck.server.jetty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The certificate tool of the running JDK: Java has no public interface for making certificates.
 * Passwords go to it by file, never on its command line.
 */
final class Keytool {
  private static final int PATIENCE_SECONDS = 60;

  private final Path password;

  /** The file that holds the password of every keystore. */
  Keytool(Path password) {
    this.password = password;
  }

  /** Makes an authority: it may sign, and nothing but servers' certificates below it. */
  void makeAuthority(Path keystore, String name, int days) throws IOException {
    run(
        keystore,
        List.of("-alias", name, "-dname", "CN=Soundcheck local authority, O=Soundcheck"),
        days,
        List.of("bc:critical=ca:true,pathlen:0", "ku:critical=keyCertSign,cRLSign"));
  }

  /**
   * Makes a server's certificate for this machine, signed by the authority of the same keystore.
   */
  void makeServer(Path keystore, String name, String authority, int days) throws IOException {
    run(
        keystore,
        List.of("-alias", name, "-signer", authority, "-dname", "CN=localhost, O=Soundcheck"),
        days,
        List.of(
            "san=dns:localhost,ip:127.0.0.1,ip:::1",
            "ku:critical=digitalSignature",
            "eku=serverAuth"));
  }

  private void run(Path keystore, List<String> what, int days, List<String> extensions)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add("-genkeypair");
    command.addAll(what);
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-sigalg", "SHA256withECDSA", "-validity", String.valueOf(days)));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", keystore.toString()));
    command.addAll(List.of("-storepass:file", password.toString()));
    extensions.forEach(extension -> command.addAll(List.of("-ext", extension)));
    run(command);
  }

  /** What the tool says fits into the pipe, so its end can be waited for before that is read. */
  private static void run(List<String> command) throws IOException {
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      tool.getOutputStream().close();
      if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("keytool did not end within %d s".formatted(PATIENCE_SECONDS));
      }
      if (tool.exitValue() != 0) {
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        throw new IOException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("keytool was interrupted", stopped);
    } finally {
      tool.destroyForcibly();
    }
  }
}
