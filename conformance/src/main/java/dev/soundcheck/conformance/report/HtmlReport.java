package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Results as one page that needs nothing else. What servers and clients said is in it as data only:
 * its script puts it on the page as text, and the policy of the page lets no other script run.
 */
final class HtmlReport {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param targets side by side
   * @param folders where the files of each lie, seen from the page: empty, or ending in a slash
   */
  static String html(List<Results> targets, List<String> folders) {
    String style = resource("page.css");
    String script = resource("page.js");
    String title =
        targets.stream().map(Results::target).distinct().collect(Collectors.joining(", "));
    Map<String, String> places =
        Map.of(
            "title", escaped(Plain.line(title, 200)),
            "summary", escaped(summary(targets)),
            "policy", policy(style, script),
            "style", style,
            "script", script,
            "content", data(PageContent.of(targets, folders).toString()));
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
  }

  /** For browsers without scripts, and for people who look at the source. */
  private static String summary(List<Results> targets) {
    return targets.stream()
        .map(one -> Plain.line(one.target(), 200) + ": " + Standing.of(one).words() + ".")
        .collect(Collectors.joining(" "));
  }

  /** Nothing is fetched, and nothing runs but the script of this page. */
  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '%s'; script-src '%s'; media-src blob:; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), hash(script));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** JSON in which nothing can end the element that it stands in, or begin another. */
  static String data(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the page cannot be read", unreadable);
    }
  }
}
