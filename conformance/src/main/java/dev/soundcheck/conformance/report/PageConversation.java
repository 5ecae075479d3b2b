package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.report.Track.Stretch;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A conversation as the page gets it: its timeline, its waveforms, and its sound where it fits. */
final class PageConversation {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_OUTPUT = 20_000;
  private static final int MOST_ENTRIES = 300;
  private static final int AROUND = 8;
  private static final int MOST_PEAKS = 3_000;
  private static final Duration PEAK = Duration.ofMillis(20);
  private static final Duration MOST_SOUND = Duration.ofSeconds(60);

  private final Held held;
  private final Set<Integer> marked;
  private final PageRoom room;
  private final ObjectNode json = Json.mapper().createObjectNode();

  private PageConversation(Held held, Set<Integer> marked, PageRoom room) {
    this.held = held;
    this.marked = marked;
    this.room = room;
  }

  /**
   * It as JSON.
   *
   * @param marked the lines of its trace where something is wrong
   */
  static ObjectNode of(Held held, Set<Integer> marked, PageRoom room) {
    PageConversation conversation = new PageConversation(held, marked, room);
    conversation.head();
    conversation.entries();
    conversation.sound();
    return conversation.json;
  }

  private void head() {
    json.put("name", Plain.line(held.name(), LONGEST))
        .put("status", held.status().id())
        .put("statusWords", held.status().words())
        .put("why", Plain.lines(held.why(), LONGEST))
        .put("took", Times.length(held.took()))
        .put("output", Plain.lines(held.output(), LONGEST_OUTPUT));
    ArrayNode unmet = json.putArray("unmet");
    held.unmet()
        .forEach(
            line ->
                unmet
                    .addObject()
                    .put("line", Plain.line(line.where() + ": " + line.line(), LONGEST))
                    .put("expected", Plain.lines(line.expected(), LONGEST))
                    .put("actual", Plain.lines(line.found(), LONGEST)));
  }

  private void entries() {
    List<Entry> all = Timeline.cut(Timeline.of(held.trace(), marked), marked, MOST_ENTRIES, AROUND);
    ArrayNode entries = json.putArray("entries");
    all.forEach(entry -> entries.add(entry(entry)));
    json.put("seen", held.trace().seen().size())
        .put(
            "connections",
            held.trace().seen().stream().mapToInt(Observed::connection).max().orElse(0));
  }

  private ObjectNode entry(Entry entry) {
    ObjectNode one = Json.mapper().createObjectNode();
    one.put("k", entry.kind().id())
        .put("l", entry.line())
        .put("n", entry.times())
        .put("t", entry.at().toMillis())
        .put("u", entry.until().toMillis())
        .put("c", entry.connection())
        .put("e", entry.name())
        .put("g", entry.gist());
    entry.from().ifPresent(side -> one.put("f", side(side)));
    boolean fits = marked.contains(entry.line()) || room.takesEvent(entry.json().length());
    return one.put("j", fits ? entry.json() : "");
  }

  private void sound() {
    Heard heard = Heard.of(held.trace());
    if (heard.isEmpty()) {
      json.put("silent", why());
      return;
    }
    Duration whole = longer(heard.end(), lastSeen());
    Duration step = longer(PEAK, whole.dividedBy(MOST_PEAKS));
    int steps = (int) Math.max(1, whole.toNanos() / step.toNanos() + 1);
    json.put("length", whole.toMillis()).put("step", step.toNanos() / 1e6);
    ObjectNode peaks = json.putObject("peaks");
    for (Origin side : Origin.values()) {
      peaks.put(side(side), base64(heard.peaks(side, steps, step)));
    }
    audio(heard);
  }

  private void audio(Heard heard) {
    Map<Origin, List<Stretch>> audible = new EnumMap<>(Origin.class);
    int samples = 0;
    for (Origin side : Origin.values()) {
      audible.put(side, heard.audible(side, MOST_SOUND));
      samples += audible.get(side).stream().mapToInt(one -> one.sound().length()).sum();
    }
    if (samples == 0) {
      json.put("silent", "Nothing is loud enough to be heard.");
    } else if (!room.takesSound(samples / 3 * 4)) {
      json.put("silent", "Its sound is left out here, or this page would be too large.");
    } else {
      ObjectNode sound = json.putObject("sound").put("rate", Track.RATE);
      audible.forEach(
          (side, stretches) -> {
            ArrayNode pieces = sound.putArray(side(side));
            stretches.forEach(
                one ->
                    pieces
                        .addArray()
                        .add(one.at().toMillis())
                        .add(base64(Heard.small(one.sound()))));
          });
    }
  }

  private String why() {
    return switch (held.trace().header().audio()) {
      case KEPT -> "";
      case HASH -> "The trace has its sound by hash, so there is nothing to play.";
      case SHORTENED -> "The trace has its sound shortened, so there is nothing to play.";
    };
  }

  private Duration lastSeen() {
    List<Observed> seen = held.trace().seen();
    return seen.get(seen.size() - 1).at();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String side(Origin side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
