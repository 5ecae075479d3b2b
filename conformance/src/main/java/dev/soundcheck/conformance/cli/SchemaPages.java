package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.EventField;
import dev.soundcheck.schemas.EventGuide;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.SchemaExport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The contract as pages for people. */
final class SchemaPages {
  private SchemaPages() {}

  /** Every event; with a mark for each profile. */
  static void list(PrintWriter out) {
    int width = width(Arrays.stream(EventType.values()).map(EventType::wire).toList());
    String profiles =
        Arrays.stream(Profile.values()).map(Profile::id).collect(Collectors.joining("  "));
    for (Origin origin : Origin.values()) {
      out.println(
          padded("the " + origin.name().toLowerCase(Locale.ROOT) + " sends", width)
              + "  "
              + profiles);
      Arrays.stream(EventType.values())
          .filter(type -> type.origin() == origin)
          .forEach(
              type ->
                  out.println((padded(type.wire(), width) + "  " + marks(type)).stripTrailing()));
      out.println();
    }
    out.println(
        "* = this profile has a shape of its own; · = the common one; - = it has no such event.");
  }

  /** One event, member by member, with examples. */
  static void show(Profile profile, EventType type, PrintWriter out) {
    EventGuide guide = EventGuide.of(profile, type);
    out.println(
        "%s, sent by the %s, profile %s"
            .formatted(type.wire(), type.origin().name().toLowerCase(Locale.ROOT), profile.id()));
    out.println(guide.description());
    out.println();
    int path = width(guide.fields().stream().map(EventField::path).toList());
    int kind = width(guide.fields().stream().map(EventField::type).toList());
    guide.fields().forEach(field -> out.println(line(field, path, kind)));
    out.println();
    out.println("Minimal:");
    out.println(pretty(guide.minimal()));
    out.println();
    out.println("As it usually is (made, not captured):");
    out.println(pretty(guide.usual()));
  }

  private static String line(EventField field, int path, int kind) {
    StringBuilder line = new StringBuilder();
    line.append(padded(field.path(), path)).append("  ").append(padded(field.type(), kind));
    line.append(field.required() ? "  required  " : "  optional  ");
    if (!field.allowed().isEmpty()) {
      line.append(field.allowed()).append("; ");
    }
    if (!field.when().isEmpty()) {
      line.append(field.when()).append("; ");
    }
    return line.append(field.source()).toString();
  }

  private static String marks(EventType type) {
    return Arrays.stream(Profile.values())
        .map(profile -> padded(mark(profile, type), profile.id().length()))
        .collect(Collectors.joining("  "));
  }

  private static String mark(Profile profile, EventType type) {
    if (!profile.has(type)) {
      return "-";
    }
    return SchemaExport.differs(profile, type) ? "*" : "·";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String pretty(Object json) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }
}
