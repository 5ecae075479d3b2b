package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.server;
import static dev.soundcheck.conformance.selftest.Events.add;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.fresh;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Events.remove;
import static dev.soundcheck.conformance.selftest.Habits.behind;
import static dev.soundcheck.conformance.selftest.Habits.both;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.instead;
import static dev.soundcheck.conformance.selftest.Habits.keepsUntil;
import static dev.soundcheck.conformance.selftest.Habits.repeats;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Servers whose answers are broken on purpose. */
final class BrokenAnswers {
  private BrokenAnswers() {}

  static final List<Broken> RESPONSES =
      List.of(
          server(
              "EndsAnItemInAnotherOrder",
              "a-typed-turn",
              () ->
                  keepsUntil(
                      event("response.content_part.done"), event("response.output_audio.done")),
              "an-item-ends-in-order"),
          server(
              "NamesAnotherTranscript",
              "a-typed-turn",
              () -> changes(first(event("response.output_audio.delta")), put("/rid", "nothing")),
              "audio-names-its-transcript"),
          server(
              "CountsBackwards",
              "two-spoken-turns",
              () ->
                  changes(first(event("response.done")), put("/usage/billable_audio_seconds", 100)),
              "billable-seconds-never-fall"),
          server(
              "SpeaksBeforeThePartIsThere",
              "a-typed-turn",
              () ->
                  keepsUntil(
                      event("response.content_part.added"), event("response.output_audio.delta")),
              "deltas-stay-inside-their-part"),
          server(
              "EndsAnAnswerTwice",
              "two-spoken-turns",
              () -> repeats(first(event("response.done"))),
              "each-response-ends-once",
              "two-spoken-turns"),
          server(
              "BeginsAnItemTwice",
              "a-typed-turn",
              () -> repeats(event("response.output_item.added")),
              "items-stay-inside-their-response"),
          server(
              "KeepsTheMetadataForItself",
              "an-answer-with-metadata",
              () ->
                  changes(event("response.created", "response.done"), remove("/response/metadata")),
              "metadata-is-echoed",
              "an-answer-with-metadata"),
          server(
              "GoesOnAfterTheEnd",
              "one-tool-call",
              () -> keepsUntil(first(event("response.output_item.done")), event("response.done")),
              "items-stay-inside-their-response",
              "nothing-comes-after-response-done"),
          server(
              "GivesTwoAnswersAtOnce",
              "two-spoken-turns",
              BrokenAnswers::twoAtOnce,
              "one-response-at-a-time",
              "two-spoken-turns"),
          server(
              "CountsTooManySeconds",
              "a-typed-turn",
              () -> changes(event("response.done"), add("/usage/output_audio_seconds", 2)),
              "output-seconds-are-counted"),
          server(
              "BeginsBeforeItSaysSo",
              "a-typed-turn",
              () -> keepsUntil(event("response.created"), event("response.output_item.added")),
              "output-stays-inside-its-response"),
          server(
              "BeginsAPartBeforeItsItem",
              "a-typed-turn",
              () ->
                  keepsUntil(
                      event("response.output_item.added"), event("response.content_part.added")),
              "parts-stay-inside-their-item"),
          server(
              "ListsAnItemTwice",
              "a-typed-turn",
              () ->
                  changes(
                      event("response.done"),
                      done -> {
                        var output = done.withArray("/response/output");
                        output.add(output.get(0).deepCopy());
                      }),
              "response-done-lists-its-items"),
          server(
              "TellsOtherWordsInTheEnd",
              "a-typed-turn",
              () ->
                  changes(
                      event("response.done"),
                      put("/response/output/0/content/0/transcript", "No.")),
              "the-transcript-is-the-sum-of-its-deltas"),
          server(
              "CannotAdd",
              "a-typed-turn",
              () -> changes(event("response.done"), add("/usage/total_tokens", 1)),
              "usage-adds-up"));

  /** An answer of nothing within the real one. */
  private static Habit twoAtOnce() {
    String id = fresh();
    Habit within =
        instead(
            first(event("response.done")),
            (done, mouth) -> {
              ObjectNode other = Events.again(done);
              put("/response/id", id).accept(other);
              other.put("response_id", id);
              other.withArray("/response/output").removeAll();
              mouth.say(other);
              mouth.say(done);
            });
    Habit begin =
        behind(
            first(event("response.created")),
            (created, mouth) -> {
              ObjectNode other = Events.again(created);
              put("/response/id", id).accept(other);
              mouth.say(other);
            });
    return both(begin, within);
  }
}
