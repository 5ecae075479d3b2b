package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.conformance.verify.Comparison;
import dev.soundcheck.conformance.verify.Difference;
import dev.soundcheck.conformance.verify.Step;
import dev.soundcheck.schemas.Json;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows how two recordings differ, one under the other; coloured on a terminal. */
final class DiffScreen {
  private static final String LEFT = "31";
  private static final String RIGHT = "32";
  private static final String HEAD = "1";
  private static final String DIM = "2";

  private final PrintWriter out;
  private final boolean terminal;

  DiffScreen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(Comparison comparison) {
    int equal = 0;
    for (Step step : comparison.steps()) {
      if (step.equal()) {
        equal++;
      } else {
        skipped(equal);
        equal = 0;
        show(step);
      }
    }
    skipped(equal);
    out.println(comparison.score());
  }

  private void skipped(int equal) {
    if (equal > 0) {
      out.println(coloured(DIM, "  … %d equal".formatted(equal)));
    }
  }

  private void show(Step step) {
    out.println(
        "%s  connection %d, %s, line %s | %s"
            .formatted(
                coloured(HEAD, Columns.clean(step.event())),
                step.connection(),
                side(step),
                line(step.left()),
                line(step.right())));
    step.differences().forEach(this::show);
  }

  private void show(Difference difference) {
    String place = difference.path().isEmpty() ? "the event" : Columns.clean(difference.path());
    out.println("    %s %s".formatted(place, difference.kind().words()));
    if (!difference.left().isEmpty()) {
      out.println(coloured(LEFT, "      - " + Columns.clean(difference.left())));
    }
    if (!difference.right().isEmpty()) {
      out.println(coloured(RIGHT, "      + " + Columns.clean(difference.right())));
    }
  }

  static ObjectNode json(Comparison comparison) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("compared", comparison.compared()).put("equal", comparison.equal());
    ArrayNode different = json.putArray("different");
    for (Step step : comparison.different()) {
      ObjectNode one = different.addObject().put("event", step.event()).put("from", side(step));
      one.put("connection", step.connection());
      step.left().ifPresentOrElse(at -> one.put("left", at), () -> one.putNull("left"));
      step.right().ifPresentOrElse(at -> one.put("right", at), () -> one.putNull("right"));
      ArrayNode differences = one.putArray("differences");
      step.differences().forEach(difference -> describe(differences.addObject(), difference));
    }
    return json;
  }

  private static void describe(ObjectNode json, Difference difference) {
    json.put("kind", difference.kind().name().toLowerCase(Locale.ROOT))
        .put("path", difference.path())
        .put("left", difference.left())
        .put("right", difference.right());
  }

  private static String side(Step step) {
    return step.side().name().toLowerCase(Locale.ROOT);
  }

  private static String line(OptionalInt line) {
    return line.isPresent() ? String.valueOf(line.getAsInt()) : "–";
  }

  private String coloured(String colour, String text) {
    return terminal ? "\u001b[%sm%s\u001b[0m".formatted(colour, text) : text;
  }
}
