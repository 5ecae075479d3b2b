package dev.soundcheck.conformance.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.cli.Model;
import dev.soundcheck.conformance.cli.Soundcheck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * Types commands of this program as a reader would, but in this process, in a folder of its own,
 * and with free ports in place of those in the text. What serves goes on until this is closed.
 */
final class Terminal implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("wss?://[\\w.]+:(\\d+)/v1/realtime");
  private static final String USUAL_PORT = "8765";

  private final Path folder;
  private final List<Thread> serving = new ArrayList<>();
  private String port;

  /**
   * A terminal.
   *
   * @param port where a server listens already, as one does that the reader has started before
   */
  Terminal(Path folder, int port) {
    this.folder = folder;
    this.port = String.valueOf(port);
  }

  /** What one command said. A command that serves has no exit status yet: 0. */
  record Said(int status, String out, String err, List<Path> written) {}

  Said type(List<String> words) throws Exception {
    Belongings belongings = new Belongings(folder, port);
    ParseResult parsed = leaf(Model.commands().parseArgs(words.toArray(String[]::new)));
    List<String> here = belongings.inFolder(words, parsed).stream().map(this::atPort).toList();
    String command = parsed.commandSpec().qualifiedName().replaceFirst("soundcheck ?", "");
    boolean serves =
        (command.equals("serve") && !words.contains("--list"))
            || command.equals("record")
            || (command.equals("replay") && !words.contains("client"));
    return serves
        ? serve(command, withPort(here, words))
        : run(withUrl(here, parsed), belongings.written());
  }

  private Said serve(String command, List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Thread thread = new Thread(() -> run(out, err, words), "serving");
    thread.start();
    serving.add(thread);
    await().atMost(SOON).until(() -> ADDRESS.matcher(out.toString()).find() || !thread.isAlive());
    Matcher address = ADDRESS.matcher(out.toString());
    if (!address.find()) {
      return new Said(2, out.toString(), err.toString(), List.of());
    }
    if (command.equals("serve")) {
      port = address.group(1);
    }
    return new Said(0, out.toString(), err.toString(), List.of());
  }

  private static Said run(List<String> words, List<Path> written)
      throws InterruptedException, ExecutionException, TimeoutException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CompletableFuture.supplyAsync(() -> run(out, err, words), task -> new Thread(task).start())
            .get(SOON.toSeconds(), SECONDS);
    return new Said(status, out.toString(), err.toString(), written);
  }

  private static int run(StringWriter out, StringWriter err, List<String> words) {
    return Soundcheck.run(
        new PrintWriter(out),
        new PrintWriter(err),
        Map.of("NO_COLOR", "1"),
        words.toArray(String[]::new));
  }

  private String atPort(String word) {
    return word.replaceAll("(localhost|127\\.0\\.0\\.1):" + USUAL_PORT, "$1:" + port)
        .replace("localhost:3000", "localhost:1");
  }

  private List<String> withPort(List<String> here, List<String> words) {
    List<String> all = new ArrayList<>(here);
    int given = all.indexOf("--port");
    if (given >= 0) {
      all.set(given + 1, "0");
    } else {
      all.addAll(List.of("--port", "0"));
    }
    if (words.contains("--tls")) {
      all.addAll(List.of("--tls-folder", folder.resolve("tls").toString()));
    }
    return all;
  }

  private List<String> withUrl(List<String> here, ParseResult parsed) {
    boolean dials = parsed.commandSpec().findOption("--url") != null;
    return !dials || parsed.hasMatchedOption("--url")
        ? here
        : Stream.concat(
                here.stream(), Stream.of("--url", "ws://127.0.0.1:%s/v1/realtime".formatted(port)))
            .toList();
  }

  private static ParseResult leaf(ParseResult parsed) {
    return parsed.hasSubcommand() ? leaf(parsed.subcommand()) : parsed;
  }

  @Override
  public void close() {
    serving.forEach(Thread::interrupt);
    serving.forEach(thread -> await().atMost(SOON).until(() -> !thread.isAlive()));
  }
}
