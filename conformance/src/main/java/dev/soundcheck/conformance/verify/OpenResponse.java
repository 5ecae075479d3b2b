package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A response from {@code response.created} to {@code response.done}. */
final class OpenResponse {
  private final Remarks remarks;
  private final boolean ordered;
  private final Observed.Message created;
  private final Map<String, OpenItem> open = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();
  private boolean spokenOver;

  OpenResponse(Remarks remarks, boolean ordered, Observed.Message created) {
    this.remarks = remarks;
    this.ordered = ordered;
    this.created = created;
  }

  void see(EventType type, Observed.Message event) {
    if (type == EventType.RESPONSE_OUTPUT_ITEM_ADDED) {
      begin(event);
    } else if (type == EventType.RESPONSE_OUTPUT_ITEM_DONE) {
      end(event);
    } else {
      within(type, event);
    }
  }

  /** Somebody spoke, after which the rest may never come (live-behaviour.md 2.4). */
  void spokenOver() {
    spokenOver = true;
  }

  /** Whether it may end without a word: nothing came yet, or somebody spoke (2.3, 2.4). */
  boolean mayVanish() {
    return spokenOver || (open.isEmpty() && done.isEmpty());
  }

  /** It ended without a word. */
  void unfinished() {
    if (!mayVanish()) {
      remarks.broken("response", created, "expected a response.done, found none");
    }
  }

  /** It ended; an interrupted one has no output and may leave all open (2.6). */
  void done(Observed.Message event) {
    List<String> output =
        event
            .json()
            .at("/response/output")
            .valueStream()
            .map(item -> item.path("id").asString(""))
            .toList();
    String status = event.json().at("/response/status").asString("");
    boolean whole = status.equals("completed") && !output.isEmpty();
    if (whole && !open.isEmpty()) {
      remarks.broken(
          "item",
          event,
          "expected output_item.done of %s before".formatted(String.join(", ", open.keySet())));
    } else if (whole && !output.equals(done)) {
      remarks.broken(
          "response",
          event,
          "$.response.output: expected the items %s, found %s".formatted(done, output));
    }
  }

  private void begin(Observed.Message event) {
    String id = event.json().at("/item/id").asString("");
    if (done.contains(id) || open.putIfAbsent(id, new OpenItem(remarks, ordered)) != null) {
      remarks.broken("item", event, "the item %s was begun before".formatted(id));
    }
  }

  private void end(Observed.Message event) {
    String id = event.json().at("/item/id").asString("");
    OpenItem item = open.remove(id);
    if (item == null) {
      remarks.broken("item", event, "expected output_item.added of %s before".formatted(id));
    } else {
      item.done(event);
    }
    done.add(id);
  }

  private void within(EventType type, Observed.Message event) {
    String id = event.json().path("item_id").asString("");
    OpenItem item = open.get(id);
    if (item != null) {
      item.see(type, event);
    } else if (event.json().has("item_id")) {
      remarks.broken(
          "item",
          event,
          "expected within its item, found %s"
              .formatted(
                  done.contains(id) ? "after output_item.done" : "before output_item.added"));
    }
  }
}
