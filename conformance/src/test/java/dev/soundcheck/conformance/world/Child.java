package dev.soundcheck.conformance.world;

import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.cli.Soundcheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The program in a process of its own, begun by a shell that takes something from it first. */
public final class Child implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String LISTENING = "Listening on ";

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  /**
   * Starts it.
   *
   * @param around a command in which the shell is run; empty for none
   * @param first what the shell does before; ends with {@code exec "$@"}
   */
  public Child(List<String> around, String first, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(around);
    command.addAll(List.of("sh", "-c", first, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Soundcheck.class.getName());
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, "said");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Where it listens, once it does. */
  public URI listening() {
    await().atMost(SOON).until(() -> said.stream().anyMatch(line -> line.startsWith(LISTENING)));
    return URI.create(
        said.stream()
            .filter(line -> line.startsWith(LISTENING))
            .findFirst()
            .orElseThrow()
            .substring(LISTENING.length()));
  }

  /** Lines of both its outputs. */
  public List<String> said() {
    return said;
  }

  public long pid() {
    return process.pid();
  }

  /** CPU time that it has taken. */
  public Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
