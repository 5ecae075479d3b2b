package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.client;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.named;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Events.with;
import static dev.soundcheck.conformance.selftest.Habits.adds;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.hearing;
import static dev.soundcheck.conformance.selftest.Habits.keepsUntil;
import static dev.soundcheck.conformance.selftest.Habits.repeats;
import static dev.soundcheck.conformance.selftest.Habits.swallows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Clients that are broken on purpose in what they say about items, answers, turns and tools. */
final class BrokenTalk {
  private static final Predicate<ObjectNode> OUTPUT =
      event("conversation.item.create").and(with("/item/type", "function_call_output"));

  private static final Predicate<ObjectNode> ADDED_BY_ASSISTANT =
      event("conversation.item.added").and(with("/item/role", "assistant"));

  private BrokenTalk() {}

  static final List<Broken> ITEMS =
      List.of(
          client(
              "DoesNotTellThatItFellSilent",
              "servers/the-user-breaks-into-an-answer",
              () -> Habit.NONE,
              "a-barge-in-is-truncated"),
          client(
              "AsksForForcedWords",
              "servers/a-sentence-of-the-client-in-the-assistant-s-voice",
              () -> adds(event("conversation.item.create"), "{'type':'response.create'}"),
              "forced-words-are-not-asked-for"),
          client(
              "TypesAsTheAssistantDoes",
              "servers/a-typed-turn",
              () ->
                  changes(
                      event("conversation.item.create"),
                      put("/item/content/0/type", "output_text")),
              "roles-fit-their-content"),
          client(
              "TruncatesWhatIsNotThere",
              "clients/a-turn",
              () -> hearing(first(ADDED_BY_ASSISTANT), (added, mouth) -> truncate(added, 0, mouth)),
              "truncate-is-not-of-nothing"),
          client(
              "TruncatesItsUser",
              "clients/a-turn",
              () ->
                  hearing(
                      event("conversation.item.added").and(with("/item/role", "user")),
                      (added, mouth) -> truncate(added, 0, mouth)),
              "truncate-is-of-spoken-items"),
          client(
              "TruncatesToMoreThanIsLeft",
              "servers/a-finished-answer-is-truncated",
              () ->
                  hearing(
                      event("conversation.item.truncated"),
                      (truncated, mouth) -> truncate(truncated, 900, mouth)),
              "a-later-cut-is-shorter"),
          client(
              "DeletesTwoItemsAtOnce",
              "servers/items-are-chained-and-deleted",
              () ->
                  adds(
                      first(event("conversation.item.delete")),
                      "{'type':'conversation.item.delete','item_id':'note-1'}"),
              "one-item-is-deleted-at-a-time",
              "named-items-exist",
              "the-client-survives-an-error"),
          client(
              "SendsPictures",
              "servers/a-typed-turn",
              () ->
                  hearing(
                      first(event("session.updated")),
                      (event, mouth) ->
                          mouth.say(
                              "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_image','image_url':'data:image/png;base64,AAAA'}]}}")),
              "pictures-are-not-sent"),
          client(
              "TruncatesBeyondTheEnd",
              "servers/a-finished-answer-is-truncated",
              () -> changes(event("conversation.item.truncate"), put("/audio_end_ms", 60_000)),
              "truncate-stays-within-the-sound",
              "truncate-stays-within-what-was-heard",
              "a-finished-answer-is-truncated"),
          client(
              "TruncatesWhatNobodyHeard",
              "servers/a-typed-turn",
              () ->
                  hearing(
                      event("response.output_item.done"),
                      (done, mouth) -> truncate(done, 2_000, mouth)),
              "truncate-stays-within-what-was-heard"));

  private static void truncate(ObjectNode about, int end, Mouth mouth) {
    mouth.say(
        "{'type':'conversation.item.truncate','item_id':'%s','content_index':0,'audio_end_ms':%d}"
            .formatted(itemOf(about), end));
  }

  private static String itemOf(ObjectNode about) {
    String named = about.path("item_id").asString("");
    return named.isEmpty() ? about.at("/item/id").stringValue() : named;
  }

  static final List<Broken> RESPONSES =
      List.of(
          client(
              "CancelsAnotherAnswer",
              "clients/a-turn",
              () ->
                  hearing(
                      event("response.content_part.added"),
                      (event, mouth) ->
                          mouth.say("{'type':'response.cancel','response_id':'another'}")),
              "cancel-names-a-response"),
          client(
              "AsksForAnswersToNothing",
              "trouble/two-typed-turns",
              () ->
                  hearing(
                      first(event("response.done")),
                      (done, mouth) -> mouth.say("{'type':'response.create'}")),
              "no-answer-is-asked-for-without-news"),
          client(
              "AsksTwice",
              "servers/a-typed-turn",
              () -> repeats(event("response.create")),
              "one-response-is-asked-for-at-a-time"),
          client(
              "CancelsTwice",
              "trouble/an-answer-that-is-cancelled-late",
              () -> repeats(event("response.cancel")),
              "an-answer-is-cancelled-once"),
          client(
              "CancelsNothing",
              "clients/a-turn",
              () ->
                  hearing(
                      first(event("session.updated")),
                      (event, mouth) -> mouth.say("{'type':'response.cancel'}")),
              "only-running-answers-are-cancelled"));

  static final List<Broken> TURNS =
      List.of(
          client(
              "ClearsWhatItCommitted",
              "servers/a-turn-by-commit",
              () -> adds(event("input_audio_buffer.commit"), "{'type':'input_audio_buffer.clear'}"),
              "a-clear-does-not-take-the-answer-away",
              "a-turn-by-commit"),
          client(
              "AsksForWhatItCommitted",
              "servers/a-turn-by-commit",
              () -> adds(event("input_audio_buffer.commit"), "{'type':'response.create'}"),
              "a-commit-is-asked-for-once"),
          client(
              "ForgetsToCommit",
              "servers/a-turn-by-commit",
              () -> swallows(event("input_audio_buffer.commit")),
              "manual-turns-are-committed",
              "a-turn-by-commit"),
          client(
              "CommitsUnderServerVad",
              "clients/the-server-ends-the-turns",
              () ->
                  hearing(
                      first(event("input_audio_buffer.committed")),
                      (event, mouth) -> mouth.say("{'type':'input_audio_buffer.commit'}")),
              "no-commit-under-server-vad",
              "the-server-ends-the-turns"),
          client(
              "CommitsNothing",
              "servers/a-turn-by-commit",
              () ->
                  hearing(
                      first(event("session.updated")),
                      (event, mouth) -> mouth.say("{'type':'input_audio_buffer.commit'}")),
              "no-empty-commit"),
          client(
              "AsksWhileItsUserSpeaks",
              "clients/the-server-ends-the-turns",
              () -> whileTheUserSpeaks("{'type':'response.create'}"),
              "no-answer-is-asked-for-while-the-user-speaks",
              "the-server-ends-the-turns"),
          client(
              "TypesWhileItsUserSpeaks",
              "servers/a-spoken-turn",
              () ->
                  whileTheUserSpeaks(
                      "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_text','text':'Hello.'}]}}"),
              "nothing-is-typed-while-the-user-speaks"),
          client(
              "AsksForTheServersOwnAnswer",
              "clients/the-server-ends-the-turns",
              () ->
                  hearing(
                      event("input_audio_buffer.speech_stopped"),
                      (event, mouth) -> mouth.say("{'type':'response.create'}")),
              "the-servers-own-answer-is-not-asked-for",
              "the-server-ends-the-turns"));

  static final List<Broken> TOOLS =
      List.of(
          client(
              "AnswersACallTwice",
              "clients/one-call",
              () -> repeats(OUTPUT),
              "a-call-is-answered-once"),
          client(
              "AsksBeforeAllOutputsAreThere",
              "clients/two-calls-of-one-answer",
              () -> keepsUntil(nth(2, OUTPUT), event("response.create")),
              "all-outputs-come-before-response-create",
              "two-calls-of-one-answer"),
          client(
              "ForgetsToAskForTheAnswer",
              "clients/one-call",
              () -> swallows(event("response.create")),
              "an-answer-is-asked-for-after-the-outputs",
              "one-call"),
          client(
              "DoesNotAnswerBrokenArguments",
              "clients/a-call-whose-arguments-are-no-json",
              () -> swallows(OUTPUT.or(event("response.create"))),
              "broken-arguments-are-answered-too",
              "a-call-whose-arguments-are-no-json"),
          client(
              "AnswersOneOfTwoCalls",
              "clients/two-calls-of-one-answer",
              () -> swallows(nth(2, OUTPUT)),
              "every-call-is-answered",
              "all-outputs-come-before-response-create",
              "two-calls-of-one-answer"),
          client(
              "ShortensTheIdsOfCalls",
              "clients/one-call",
              () -> changes(OUTPUT, BrokenTalk::shortenItsCallId),
              "call-ids-are-given-back-word-for-word"),
          client(
              "AnswersWhatNobodyCalled",
              "clients/one-call",
              () ->
                  adds(
                      OUTPUT,
                      "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'nobody','output':'foggy'}}"),
              "outputs-name-calls-that-were-made"),
          client(
              "AnswersBeforeTheEnd",
              "trouble/an-answer-that-ends-late",
              BrokenTalk::early,
              "outputs-wait-for-response-done"));

  private static Habit whileTheUserSpeaks(String event) {
    return hearing(
        first(event("input_audio_buffer.speech_started")),
        (started, mouth) -> mouth.after(Duration.ofMillis(600), () -> mouth.say(event)));
  }

  /** Answers with its own hand, and holds what it would say when the answer has ended. */
  private static Habit early() {
    return new Habit() {
      @Override
      public void says(ObjectNode event, Mouth mouth) {
        if (!OUTPUT.test(event)) {
          mouth.say(event);
        }
      }

      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        if (event("response.function_call_arguments.done").test(event)) {
          mouth.say(
              "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'%s','output':'noon'}}"
                  .formatted(event.path("call_id").stringValue()));
        }
        return true;
      }
    };
  }

  /** As LiveKit's client does (docs/decisions/session-choices.md). */
  private static void shortenItsCallId(ObjectNode output) {
    byte[] id = output.at("/item/call_id").stringValue().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id);
      put("/item/call_id", HexFormat.of().formatHex(digest).substring(0, 32)).accept(output);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
