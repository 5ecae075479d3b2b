package dev.soundcheck.schemas;

import java.util.List;
import java.util.regex.Pattern;

/** Finds keys and tokens in text by their form, and replaces them. */
final class Secrets {
  static final String MARK = "[redacted]";

  /** Text without any of these holds no secret; most text is audio, long, and holds none. */
  private static final List<String> HINTS =
      List.of(
          "earer ",
          "EARER ",
          "xai-",
          "sk-",
          "api-key",
          "key=",
          "token=",
          "secret=",
          "://",
          "uthorization\"",
          "key\"");

  /** How one sort of secret looks; group 1 stays, the rest is replaced. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\b(xai-client-secret\\.)[^\\s\",&]+"),
          Pattern.compile("\\b(xai-realtime-client-secret-)[A-Za-z0-9._~-]+"),
          Pattern.compile("\\b(openai-insecure-api-key\\.)[^\\s\",&]+"),
          Pattern.compile("\\b(xai-)[A-Za-z0-9]{20,}"),
          Pattern.compile("\\b(sk-)[A-Za-z0-9_-]{20,}"),
          Pattern.compile("(?i)\\b((?:ws|http)s?://)[^/?#\\s\"@]+(?=@)"),
          Pattern.compile("\\b(Bearer +)[^\\s\",]+"),
          Pattern.compile("(?i)\\b(bearer +)(?=\\S*\\d)[\\w.~+/=-]{8,}"),
          Pattern.compile(
              "(?i)([?&](?:api[-_]?key|key|access_token|token|client_secret)=)[^&#\\s\"]+"),
          Pattern.compile("(?i)(\"(?:authorization|x-api-key|api[-_]key)\"\\s*:\\s*\")[^\"]+"));

  /** A header line; only where text was no JSON, since people also say such words. */
  private static final Pattern HEADER_LINE =
      Pattern.compile("(?i)((?:authorization|x-api-key|api[-_]key)\\s*:\\s*)[^\"\\r\\n]+");

  private Secrets() {}

  /** The text without its secrets; the same object when it holds none. */
  static String hide(String text) {
    if (HINTS.stream().noneMatch(text::contains)) {
      return text;
    }
    String clean = text;
    for (Pattern form : FORMS) {
      clean = form.matcher(clean).replaceAll("$1" + MARK);
    }
    return clean;
  }

  /** Text that was meant to be JSON, or headers, without its secrets. */
  static String hideInBroken(String text) {
    return HEADER_LINE.matcher(hide(text)).replaceAll("$1" + MARK);
  }
}
