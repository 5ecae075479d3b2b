package dev.soundcheck.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as browsers get it (docs/decisions/server-page.md). */
final class PageFilesTest {
  private static final Pattern IMPORT = Pattern.compile("from \"(\\.[^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html; charset=utf-8",
    "main.js, text/javascript; charset=utf-8",
    "page.css, text/css; charset=utf-8",
    "icon.svg, image/svg+xml; charset=utf-8",
    "model/line.js, text/javascript; charset=utf-8"
  })
  void each_file_says_what_it_is(String file, String type) throws Exception {
    assertThat(get(file).headers())
        .containsEntry("Content-Type", type)
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  /** What somebody else puts into a page does not run, and asks nobody. */
  @Test
  void nothing_but_its_own_files_may_run_or_be_asked() throws Exception {
    assertThat(get("index.html").headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; ")
        .contains("connect-src 'self' ws://localhost:8765 wss://localhost:8765;")
        .contains("frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
        .doesNotContain("unsafe", "*");
  }

  @Test
  void a_host_that_is_none_adds_nothing_to_the_policy() throws Exception {
    ApiReply reply = get("index.html", Map.of("Host", List.of("a; script-src *")));

    assertThat(reply.headers().get("Content-Security-Policy")).contains("connect-src 'self';");
  }

  @Test
  void the_page_offers_every_profile() throws Exception {
    String offered =
        Stream.of(Profile.values())
            .map(profile -> "\"%s\"".formatted(profile.id()))
            .collect(Collectors.joining(", ", "[\"\", ", "]"));

    assertThat(get("view/talk.js").body()).as("the profiles of view/talk.js").contains(offered);
  }

  @Test
  void there_is_no_script_or_style_in_the_page_itself() throws Exception {
    assertThat(get("index.html").body())
        .contains("<script type=\"module\" src=\"/soundcheck/page/main.js\"></script>")
        .doesNotContain("<style", "style=", "onload=");
  }

  @Test
  void a_file_that_is_known_is_not_sent_again() throws Exception {
    String tag = get("main.js").headers().getOrDefault("ETag", "");
    ApiReply again = get("main.js", Map.of("If-None-Match", List.of(tag)));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("page.css").headers().get("ETag")).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.js",
        "PageFiles.class",
        "..%2fcontrol-api.json",
        "model/none.js",
        "../control/control-api.json",
        "main.js%00.html",
        "model/.."
      })
  void nothing_else_lies_there(String file) {
    assertThatThrownBy(() -> get(file))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.reply().status()).isEqualTo(404))
        .hasMessageContaining("It begins at '/'");
  }

  @Test
  void what_a_module_asks_for_is_there() throws Exception {
    List<String> asked = List.of("main.js", "view/session.js", "view/talk.js", "wire/watched.js");
    for (String module : asked) {
      Matcher imports = IMPORT.matcher(get(module).body());
      assertThat(imports.find()).as(module).isTrue();
      do {
        String path = URI.create("/" + module).resolve(imports.group(1)).getPath();
        assertThat(get(path.substring(1)).status()).as(path).isEqualTo(200);
      } while (imports.find());
    }
  }

  private static ApiReply get(String file) throws RefusedException {
    return get(file, Map.of("Host", List.of("localhost:8765")));
  }

  private static ApiReply get(String file, Map<String, List<String>> headers)
      throws RefusedException {
    int slash = file.lastIndexOf('/');
    Optional<Route> route = PageFiles.routes().stream().skip(slash < 0 ? 0 : 1).findFirst();
    Map<String, String> variables =
        slash < 0
            ? Map.of("file", file)
            : Map.of("folder", file.substring(0, slash), "file", file.substring(slash + 1));
    ApiRequest request =
        new ApiRequest("GET", "/soundcheck/page/" + file, Map.of(), headers, "", true);
    return route.orElseThrow().handler().answer(new Route.Visit(request, variables));
  }
}
