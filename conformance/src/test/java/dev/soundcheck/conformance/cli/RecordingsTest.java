package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** import, verify and diff as a person types them (issue 3, points 5 and 6, and "Bad input"). */
@Timeout(60)
final class RecordingsTest {
  private static final String CASSETTE =
      """
      version: 1
      interactions:
      - kind: message
        direction: received
        data: {type: session.created, event_id: 5299a728-79ca-4b75-9359-8f19c4470b4e}
      - {kind: message, direction: received, data: {type: news.of_today, event_id: b}}
      """;

  @TempDir private Path folder;

  @Test
  void a_cassette_becomes_a_trace_that_verify_reads() throws IOException {
    Path trace = imported("a.yaml", CASSETTE);

    Ran verified = Ran.soundcheck("verify", trace.toString());

    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.out())
        .contains(trace + ":2: broken (schema): server session.created: $.session: expected")
        .contains(trace + ":3: drift (schema): server news.of_today: $.type: expected")
        .contains("profile live-2026-07: 1 broken, 1 unknown to the contract (drift)");
  }

  @Test
  void drift_alone_counts_only_when_strict() throws IOException {
    Path trace =
        imported(
            "d.yaml",
            """
            version: 1
            interactions:
            - {kind: message, direction: sent, data: {type: response.create, news: 1}}
            """);

    assertThat(Ran.soundcheck("verify", trace.toString()).status()).isZero();
    assertThat(Ran.soundcheck("verify", "--strict", trace.toString()).status()).isEqualTo(1);
    assertThat(Ran.soundcheck("verify", "--json", trace.toString()).out())
        .contains("\"drift\":1", "\"level\":\"drift\"", "\"status\":0");
  }

  @Test
  void diff_names_event_place_and_both_values() throws IOException {
    Path one = imported("one.yaml", CASSETTE);
    Path other = imported("other.yaml", CASSETTE.replace("event_id: b", "event_id: b, mood: 1"));

    Ran same = Ran.soundcheck("diff", one.toString(), one.toString());
    Ran different = Ran.soundcheck("diff", one.toString(), other.toString());

    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("2 of 2 frames equal (100.0 %)");
    assertThat(different.status()).isEqualTo(1);
    assertThat(different.out())
        .contains("… 1 equal", "news.of_today  connection 1, server, line 3 | 3")
        .contains("/mood is a member of the second only", "+ 1")
        .contains("1 of 2 frames equal (50.0 %)");
    assertThat(Ran.soundcheck("diff", "--json", one.toString(), other.toString()).out())
        .contains("\"compared\":2", "\"kind\":\"member_only_right\"", "\"path\":\"/mood\"");
  }

  @Test
  void files_that_are_no_recordings_are_refused_with_what_they_are() throws IOException {
    refused("found an empty file", "verify", file("e.ndjson", ""));
    refused("expected a JSON object on one line", "verify", file("t.ndjson", "hello\n"));
    refused("expected trace format 1", "verify", file("v.ndjson", "{\"soundcheck_trace\":9}\n"));
    refused("there is no such file", "verify", folder.resolve("absent.ndjson"));
    refused("found an empty file", "import", file("e.har", ""), "--out", folder.resolve("o"));
    refused(
        "found none among 0 entries",
        "import",
        file("n.har", "{\"log\":{\"entries\":[]}}"),
        "--out",
        folder.resolve("o"));
    refused(
        "found neither of them", "import", file("x.yaml", "a: 1"), "--out", folder.resolve("o"));
    refused("expected a JSON object", "diff", file("p.ndjson", "x\n"), file("q.ndjson", "y\n"));
  }

  @Test
  void lines_may_end_in_either_way_and_a_wrong_one_does_not_hide_the_others() throws IOException {
    Path trace = imported("m.yaml", CASSETTE);
    String[] lines = Files.readString(trace).split("\n");
    Path mixed = file("mixed.ndjson", lines[0] + "\r\n" + lines[1] + "\n" + lines[2] + "\r\n");
    Path wrong = file("wrong.ndjson", lines[0] + "\nnonsense\n" + lines[2] + "\n");

    assertThat(Ran.soundcheck("diff", trace.toString(), mixed.toString()).status()).isZero();
    Ran ran = Ran.soundcheck("verify", wrong.toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains(wrong + ":2: expected a JSON object on one line");
    assertThat(ran.out()).contains(wrong + ":3: drift (schema): server news.of_today");
  }

  private Path imported(String name, String cassette) throws IOException {
    Path trace = folder.resolve(name + ".ndjson");
    Ran ran = Ran.soundcheck("import", file(name, cassette).toString(), "--out", trace.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("audio shortened", "written to " + trace);
    return trace;
  }

  private void refused(String message, Object... args) {
    String[] words = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
    Ran ran = Ran.soundcheck(words);
    assertThat(ran.status()).as(ran.out()).isEqualTo(2);
    assertThat(ran.err()).contains(message).doesNotContain("Exception");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
