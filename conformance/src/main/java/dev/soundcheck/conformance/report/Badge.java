package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Results;

/** A small picture for a README: how many requirements are met. */
final class Badge {
  private static final String LABEL = "soundcheck";
  private static final int HEIGHT = 20;

  /** Of a character of Verdana at 11 pixels, in tenths; the text is stretched to fit. */
  private static final int CHARACTER = 66;

  private static final int BESIDE = 12;
  private static final String GREEN = "#2e7d32";
  private static final String AMBER = "#8a6100";
  private static final String RED = "#b3261e";
  private static final String GREY = "#5f6368";

  private Badge() {}

  /** The picture as SVG. */
  static String svg(Results results) {
    Standing standing = Standing.of(results);
    String value =
        standing.applicable() == 0
            ? "nothing judged"
            : "%d of %d".formatted(standing.met(), standing.applicable());
    int left = width(LABEL);
    int right = width(value);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" role="img" aria-labelledby="t">
        <title id="t">%3$s: %4$s requirements met</title>
        <clipPath id="r"><rect width="%1$d" height="%2$d" rx="3"/></clipPath>
        <g clip-path="url(#r)"><rect width="%1$d" height="%2$d" fill="#40464d"/>\
        <rect x="%5$d" width="%6$d" height="%2$d" fill="%7$s"/></g>
        <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
        %8$s
        %9$s
        </g>
        </svg>
        """
        .formatted(
            left + right,
            HEIGHT,
            LABEL,
            value,
            left,
            right,
            colour(standing),
            text(LABEL, left / 2, left),
            text(value, left + right / 2, right));
  }

  private static String text(String text, int middle, int width) {
    return "<text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
        .formatted(middle, width - BESIDE, text);
  }

  private static int width(String text) {
    return text.length() * CHARACTER / 10 + BESIDE;
  }

  private static String colour(Standing standing) {
    if (standing.red()) {
      return RED;
    }
    if (standing.applicable() == 0) {
      return GREY;
    }
    return standing.count(Outcome.WARNING) > 0 ? AMBER : GREEN;
  }
}
