package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page as a file; how it looks and works in a browser is checked by conformance/report/run. */
final class HtmlReportTest {
  private static final Pattern CONTENT =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"content\">(.*?)</script>");

  @Test
  void it_needs_nothing_else() {
    String page = page(Samples.failing());

    assertThat(page).startsWith("<!doctype html>").contains("default-src 'none'");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "@import", "url(", "src=\"http")
        .doesNotContainPattern("(src|href)=\"(?!data:)");
  }

  @Test
  void only_its_own_script_and_style_may_run() throws Exception {
    String page = page(Samples.failing());
    for (String element : List.of("style", "script")) {
      Matcher text = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">").matcher(page);
      assertThat(text.find()).isTrue();
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(page)
          .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @Test
  void hostile_words_are_data_and_nothing_else() {
    String hostile = page(Hostile.results());
    String harmless = page(Samples.fine());

    assertThat(tags(hostile)).isEqualTo(tags(harmless));
    assertThat(hostile).doesNotContain("<script>alert", "onerror=alert(1)>]]>", "\u202E", "\u0000");
    JsonNode check = content(hostile).at("/targets/0/checks/0");
    assertThat(check.path("words").stringValue())
        .startsWith("</script><script>alert(1)</script><img src=x onerror=alert(1)>]]>");
    assertThat(check.at("/offences/0/actual").stringValue())
        .hasSizeLessThan(5_000)
        .endsWith("characters)");
    assertThat(hostile).hasSizeLessThan(300_000);
  }

  @Test
  void several_targets_lie_in_folders_of_their_own() {
    JsonNode content =
        content(
            HtmlReport.html(
                List.of(Samples.failing(), Samples.fine()), List.of("targets/1/", "targets/2/")));

    assertThat(content.path("targets")).hasSize(2);
    assertThat(content.at("/targets/1/folder").stringValue()).isEqualTo("targets/2/");
    assertThat(content.at("/targets/1/conversations/0/trace").stringValue())
        .isEqualTo("traces/servers/a-spoken-question-is-answered.ndjson");
  }

  @Test
  void conversations_with_sound_have_waves_and_what_can_be_played() {
    JsonNode talk = content(page(Samples.failing())).at("/targets/0/conversations/0");

    assertThat(Base64.getDecoder().decode(talk.at("/peaks/client").stringValue()))
        .hasSizeBetween(200, 500);
    assertThat(talk.at("/sound/rate").intValue()).isEqualTo(16_000);
    int client = 0;
    for (JsonNode piece : talk.at("/sound/client")) {
      client += Base64.getDecoder().decode(piece.get(1).stringValue()).length;
    }
    assertThat(client / 16).as("milliseconds of speech").isBetween(1_200, 3_000);
  }

  @Test
  void a_conversation_without_sound_says_why() {
    assertThat(
            content(page(Samples.failing())).at("/targets/0/conversations/2/silent").stringValue())
        .isEqualTo("The trace has its sound by hash, so there is nothing to play.");
  }

  /** Findings come first when there is not room for all. */
  @Test
  void a_page_of_many_conversations_stays_one_that_opens_at_once() {
    List<Held> many = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      StagedTalk talk = new StagedTalk(AudioFormat.DEFAULT);
      for (int turn = 0; turn < 4; turn++) {
        talk.asks("What is the weather in Paris, and how late is it there?").passes(300);
        talk.answers("resp_1", "It is foggy and twelve degrees in Paris, and half past nine.", 99);
        talk.done("resp_1", "completed").passes(2_500);
      }
      many.add(Samples.held("servers/talk-" + i, Status.PASS, talk.trace()));
    }
    Results failing = Samples.failing();
    many.addAll(failing.conversations());
    String page = page(Samples.of(many, failing.checks()));

    assertThat(page.length()).isBetween(3_000_000, 13_000_000);
    JsonNode conversations = content(page).at("/targets/0/conversations");
    assertThat(conversations.get(45).has("sound")).as("with a finding").isTrue();
    assertThat(conversations.get(44).path("silent").asString(""))
        .isEqualTo("Its sound is left out here, or this page would be too large.");
    assertThat(conversations.get(44).has("peaks")).isTrue();
  }

  private static String page(Results results) {
    return HtmlReport.html(List.of(results), List.of(""));
  }

  private static JsonNode content(String page) {
    Matcher content = CONTENT.matcher(page);
    assertThat(content.find()).isTrue();
    return Json.parse(content.group(1)).orElseThrow();
  }

  /** Every tag outside the script and the style. */
  private static List<String> tags(String page) {
    String markup = page.replaceAll("(?s)(<style>).*?(</style>)|(<script>).*?(</script>)", "");
    return Pattern.compile("<[a-zA-Z/!][a-zA-Z]*")
        .matcher(markup)
        .results()
        .map(r -> r.group())
        .toList();
  }
}
