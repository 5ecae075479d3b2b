package dev.soundcheck.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The pages that were made of the documents: whatever they lead to and show is there. */
final class SiteTest {
  private static final Path SITE = Path.of("target/site");
  private static final Map<Path, Document> PAGES = pages();

  @Test
  void every_link_picture_and_style_is_there() {
    assertThat(PAGES).hasSizeGreaterThan(80);
    assertThat(PAGES.keySet().stream().flatMap(SiteTest::broken)).isEmpty();
  }

  @Test
  void every_page_can_be_reached_from_the_first() {
    Set<Path> reached = new HashSet<>(Set.of(Path.of("index.html")));
    Deque<Path> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      targets(next.remove()).filter(PAGES::containsKey).filter(reached::add).forEach(next::add);
    }

    assertThat(reached).containsAll(PAGES.keySet());
  }

  @Test
  void every_page_has_a_title_and_says_its_language() {
    assertThat(PAGES.values())
        .allSatisfy(page -> assertThat(page.title()).isNotBlank().doesNotContain("titleToken"))
        .allSatisfy(page -> assertThat(page.select("html[lang=en] main h1")).hasSize(1));
  }

  private static Stream<String> broken(Path page) {
    return references(page)
        .filter(reference -> !leadsSomewhere(page, reference))
        .map(reference -> "%s: %s".formatted(page, reference));
  }

  private static boolean leadsSomewhere(Path page, String reference) {
    String[] parts = reference.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.isRegularFile(SITE.resolve(file))) {
      return false;
    }
    Document there = PAGES.get(file);
    return parts.length == 1 || (there != null && there.getElementById(parts[1]) != null);
  }

  /** The files that a page leads to. */
  private static Stream<Path> targets(Path page) {
    return references(page)
        .map(reference -> reference.split("#", 2)[0])
        .filter(file -> !file.isEmpty())
        .map(file -> page.resolveSibling(file).normalize());
  }

  private static Stream<String> references(Path page) {
    Document document = PAGES.getOrDefault(page, new Document(""));
    List<Element> all = document.select("[href], [src]");
    return all.stream()
        .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
        .filter(reference -> !reference.matches("(https?|data):.*"));
  }

  private static Map<Path, Document> pages() {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .collect(Collectors.toMap(SITE::relativize, SiteTest::read));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Document read(Path file) {
    try {
      return Jsoup.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
