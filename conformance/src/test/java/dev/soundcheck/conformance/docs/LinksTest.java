package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a document leads to within the project is there, a file as well as a heading. */
final class LinksTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Map<String, Page> PAGES =
      Page.all().stream().collect(Collectors.toMap(Page::file, Function.identity()));

  @Test
  void every_link_leads_somewhere() {
    List<String> broken = PAGES.values().stream().flatMap(LinksTest::broken).sorted().toList();

    assertThat(PAGES).hasSizeGreaterThan(80);
    assertThat(PAGES.values().stream().flatMap(page -> page.links().stream()))
        .hasSizeGreaterThan(80);
    assertThat(broken).isEmpty();
  }

  @Test
  void a_file_or_a_heading_that_is_not_there_is_told() {
    Page page =
        Page.of(
            "docs/a.md",
            """
            # One `two`, three

            [here](#one-two-three), [nowhere](#four), [a file](b.md), [its heading](../README.md#no)
            ![picture](pictures/none.png) <https://example.com> | [up](..) |
            """);

    assertThat(broken(page))
        .containsExactly(
            "docs/a.md:3: 'docs/a.md' has no heading 'four'",
            "docs/a.md:3: there is no 'docs/b.md'",
            "docs/a.md:3: 'README.md' has no heading 'no'",
            "docs/a.md:4: there is no 'docs/pictures/none.png'");
  }

  private static Stream<String> broken(Page page) {
    return page.links().stream()
        .filter(link -> !link.text().matches("[a-z]+:.*"))
        .flatMap(link -> broken(page, link.text()).map(at(page, link)));
  }

  private static Function<String, String> at(Page page, Page.Place link) {
    return what -> page.file() + ":" + link.line() + ": " + what;
  }

  private static Stream<String> broken(Page from, String link) {
    String[] parts = link.split("#", 2);
    String file =
        parts[0].isEmpty()
            ? from.file()
            : Path.of(from.file()).resolveSibling(parts[0]).normalize().toString();
    Page to = file.equals(from.file()) ? from : PAGES.get(file);
    if (to == null && !Files.exists(ROOT.resolve(file))) {
      return Stream.of("there is no '%s'".formatted(file));
    }
    return parts.length == 2 && (to == null || !to.anchors().contains(parts[1]))
        ? Stream.of("'%s' has no heading '%s'".formatted(file, parts[1]))
        : Stream.empty();
  }
}
