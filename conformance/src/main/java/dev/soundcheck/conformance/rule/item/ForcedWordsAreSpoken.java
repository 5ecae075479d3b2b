package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Locale;

/**
 * A {@code force_message} is a turn of its own: a response without metadata speaks just these
 * words, and nobody asks for it by {@code response.create} (live-behaviour.md 2.11).
 */
final class ForcedWordsAreSpoken implements ServerRule {
  private static final EventType[] SAYING = {
    EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE, EventType.RESPONSE_OUTPUT_TEXT_DELTA
  };

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_CREATE)
          .filter(Creations::isForced)
          .forEach(create -> judge(connection, create, tally));
    }
    return tally.verdict("a client that sends a force_message");
  }

  private static void judge(Connection connection, Event create, Tally tally) {
    List<Response> later =
        connection.responses().stream().filter(response -> isLater(response, create)).toList();
    boolean spoken = later.stream().anyMatch(response -> speaks(response, create));
    boolean open = later.stream().anyMatch(response -> mayBeCut(response));
    if (spoken || Errors.after(connection, create).isPresent()) {
      tally.tested();
    } else if (!open && Patience.RESPONSE.isOver(connection, create)) {
      tally.expect(
          false, create, "a response of its own, without metadata, with just these words", "none");
    }
  }

  private static boolean isLater(Response response, Event create) {
    return response.created().filter(begin -> begin.index() > create.index()).isPresent();
  }

  /** What was broken off has not all words. */
  private static boolean mayBeCut(Response response) {
    return response.done().isEmpty() || response.cut();
  }

  private static boolean speaks(Response response, Event create) {
    boolean plain = response.created().orElseThrow().json().at("/response/metadata").isEmpty();
    StringBuilder words = new StringBuilder();
    response.events().stream()
        .filter(event -> event.is(SAYING))
        .forEach(event -> words.append(event.text("/transcript")).append(event.text("/delta")));
    StringBuilder forced = new StringBuilder();
    create
        .json()
        .at("/item/content")
        .forEach(part -> forced.append(part.path("text").asString("")));
    return plain && letters(words).equals(letters(forced));
  }

  /** Numbers and signs may be written otherwise. */
  private static String letters(CharSequence words) {
    return words.toString().replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
  }
}
