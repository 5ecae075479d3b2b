package dev.soundcheck.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of somebody else that listens on a port of this machine while a test runs. */
final class Daemon implements AutoCloseable {
  private static final String PATHS = "/usr/sbin:/usr/local/sbin";

  private final Process process;

  private Daemon(Process process) {
    this.process = process;
  }

  /** Starts it and returns when it listens there. */
  static Daemon start(int port, Path log, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Daemon daemon = new Daemon(builder.start());
    await()
        .until(
            () -> {
              if (!daemon.process.isAlive()) {
                throw new AssertionError(command + " ended: " + Files.readString(log));
              }
              return listens(port);
            });
    return daemon;
  }

  /** Where the first of these programs is; without any the test is skipped, and fails in CI. */
  static String find(String... names) {
    return Arrays.stream(names)
        .flatMap(
            name ->
                Stream.of((System.getenv("PATH") + ":" + PATHS).split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(() -> absent(String.join(" or ", names)));
  }

  private static String absent(String names) {
    String message = "SKIPPED: there is no " + names + ", so nothing was asked of it";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(message + ", which CI does not allow");
    }
    System.out.println(message);
    return abort(message);
  }

  /** A port for a program that cannot be asked which one it took. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Stops it in the middle of whatever it does; it keeps its connections and answers nothing. */
  void freeze() throws IOException {
    signal("STOP");
  }

  void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    ProcessBuilder kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()));
    kill.start().onExit().join();
  }

  /** Ends it without a word, frozen or not. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end");
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
