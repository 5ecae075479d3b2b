package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.selftest.LittleClient;
import dev.soundcheck.conformance.selftest.TwoTurns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code test client --attach}: somebody starts a client by hand when a line asks for it. */
@Timeout(60)
final class AttachedClientTest {
  private static final Pattern ASKED = Pattern.compile("point your client at (\\S+)");

  @TempDir Path features;

  @Test
  void a_client_that_is_started_by_hand_is_judged() throws IOException {
    TwoTurns.in(features);
    StringWriter out = new StringWriter();
    CompletableFuture<Integer> suite = CompletableFuture.supplyAsync(() -> attached(out));
    await().until(() -> suite.isDone() || ASKED.matcher(out.toString()).find());

    Process client = byHand(url(out.toString()));

    assertThat(suite.join()).as(out::toString).isZero();
    assertThat(out.toString()).contains("say", "One?", "words/one");
    await().until(() -> !client.isAlive());
  }

  private int attached(StringWriter out) {
    PrintWriter lines = new PrintWriter(out, true);
    return Soundcheck.run(
        lines,
        lines,
        Map.of("NO_COLOR", "1"),
        "test",
        "client",
        "--attach",
        "--port",
        "0",
        "--timeout",
        "30",
        "--features",
        features.toString(),
        "--scenario",
        "words/one");
  }

  private static String url(String text) {
    Matcher asked = ASKED.matcher(text);
    assertThat(asked.find()).as(text).isTrue();
    return asked.group(1);
  }

  private static Process byHand(String url) throws IOException {
    ProcessBuilder client =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LittleClient.class.getName(),
            LittleClient.Mode.LEAVES.name(),
            url);
    client.environment().put("SOUNDCHECK_TURNS", "One?");
    return client.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }
}
