package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a conversation held in confidence is in no form of its report (SECURITY.md). */
final class ReportSecretsTest {
  private static final String TOOL = "of-the-tool-8861";
  private static final String KEY = "of-the-client-2217";
  private static final String PASSWORD = "of-the-address-5123";

  @TempDir private Path folder;

  @Test
  void neither_what_a_tool_is_called_with_nor_a_key_that_is_repeated() throws IOException {
    Observed configured =
        message(
            Origin.CLIENT,
            "{'type':'session.update','session':{'tools':[{'type':'mcp','server_url':'https://me:%2$s@m/?token=%2$s','authorization':'%1$s','headers':{'X-Own':'%1$s'}}]}}"
                .formatted(TOOL, PASSWORD));
    Observed repeated =
        message(Origin.SERVER, "{'type':'error','error':{'message':'Bad key %s'}}".formatted(KEY));
    Observed broken =
        new Observed.Malformed(
            Duration.ZERO, 1, Origin.SERVER, "Authorization: Basic " + TOOL, "no JSON");
    Observed closed =
        new Observed.Closed(
            Duration.ZERO, 1, Origin.SERVER, 1008, "wss://me:%s@m".formatted(PASSWORD));
    Held held =
        Samples.held(
            "servers/a", Status.FAIL, trace(List.of(configured, repeated, broken, closed)));

    ReportFolder.at(folder)
        .without(List.of(Pattern.compile(Pattern.quote(KEY))))
        .write(Samples.of(List.of(held), Samples.failing().checks()));

    for (Path file : files()) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(TOOL, KEY, PASSWORD);
    }
    assertThat(Files.readString(folder.resolve("index.html"))).contains("[redacted]");
  }

  /**
   * An earlier report may be a stranger's; what it names is taken away only where it lies inside.
   */
  @Test
  void an_earlier_report_takes_nothing_away_that_links_lead_to() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("mine.txt"), "mine");
    Path report = Files.createDirectory(folder.resolve("report"));
    Files.createSymbolicLink(report.resolve("traces"), outside);
    Files.writeString(
        report.resolve("report.json"),
        "{\"soundcheck_report\":1,\"files\":[\"traces/mine.txt\",\"../outside/mine.txt\"]}");
    ReportFolder.at(report).write(Samples.of(List.of(), List.of()));

    assertThat(outside.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void no_conversation_names_a_file_that_is_no_file_or_lies_elsewhere() {
    for (String name :
        List.of(
            "../../x", "/etc/passwd", "con", "clients/NUL", "-rf", "a\u0000b", "..", "\u202Ex")) {
      Held held = Samples.held(name, Status.PASS, trace(List.of()));
      String file = ReportFiles.of(List.of(held)).trace(held);

      assertThat(ReportFiles.staysInside(file)).as(file).isTrue();
      assertThat(file)
          .matches("traces/[A-Za-z0-9_][A-Za-z0-9_/-]*\\.ndjson")
          .doesNotMatch("(?i).*/(con|nul)\\.ndjson");
    }
  }

  private static Trace trace(List<Observed> seen) {
    return new Trace(
        TraceHeader.of(Instant.EPOCH, "ws://h/", Profile.LIVE, "test"), seen, List.of());
  }

  private static Observed message(Origin from, String json) {
    var event = Json.mapper().readTree(json.replace('\'', '"'));
    return new Observed.Message(Duration.ZERO, 1, from, event.path("type").asString(), event);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
