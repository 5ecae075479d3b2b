package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.server;
import static dev.soundcheck.conformance.selftest.Events.add;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.fresh;
import static dev.soundcheck.conformance.selftest.Events.later;
import static dev.soundcheck.conformance.selftest.Events.named;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Events.remove;
import static dev.soundcheck.conformance.selftest.Events.with;
import static dev.soundcheck.conformance.selftest.Habits.adds;
import static dev.soundcheck.conformance.selftest.Habits.behind;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.delays;
import static dev.soundcheck.conformance.selftest.Habits.hearing;
import static dev.soundcheck.conformance.selftest.Habits.instead;
import static dev.soundcheck.conformance.selftest.Habits.repeats;
import static dev.soundcheck.conformance.selftest.Habits.swallows;
import static dev.soundcheck.conformance.selftest.Habits.writes;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Servers that are broken on purpose, section by section of the requirements. */
final class BrokenServers {
  private static final Predicate<ObjectNode> ANSWERS =
      named("response.").or(event("conversation.item.added").and(with("/item/role", "assistant")));

  private BrokenServers() {}

  static final List<Broken> GREETING =
      List.of(
          server(
              "SaysSomethingBeforeItGreets",
              "a-typed-turn",
              () ->
                  instead(
                      event("session.created"),
                      (event, mouth) -> {
                        mouth.say(
                            "{'type':'mcp_list_tools.in_progress','event_id':'early','item_id':'m'}");
                        mouth.say(event);
                      }),
              "the-greeting-comes-first"),
          server(
              "AnnouncesNoConversation",
              "a-typed-turn",
              () -> swallows(event("conversation.created")),
              "the-conversation-is-announced"));

  static final List<Broken> KEEPALIVE =
      List.of(
          server(
              "PingsTooLateAtFirst",
              "a-typed-turn",
              () -> delays(first(event("ping")), Duration.ofMillis(1_500)),
              "a-ping-comes-with-the-greeting"),
          server(
              "PingsTwiceASecond",
              "a-typed-turn",
              () ->
                  behind(
                      first(event("ping")),
                      (ping, mouth) -> {
                        ObjectNode next = Events.again(ping);
                        add("/timestamp", 500).accept(next);
                        mouth.sayLater(Duration.ofMillis(500), next);
                      }),
              "pings-come-every-ten-seconds"));

  static final List<Broken> SESSION =
      List.of(
          server(
              "ForgetsToAcknowledge",
              "a-typed-turn",
              () -> swallows(event("session.updated")),
              "session-update-is-acknowledged",
              "a-typed-turn"),
          server(
              "AcknowledgesTwice",
              "a-typed-turn",
              () -> repeats(first(event("session.updated"))),
              "session-update-is-acknowledged"),
          server(
              "ForgetsWhatWasSet",
              "a-typed-turn",
              () -> changes(event("session.updated"), remove("/session/turn_detection")),
              "session-updated-shows-what-was-sent"),
          server(
              "TakesHalfOfAWrongUpdate",
              "an-update-that-is-wrong",
              () ->
                  changes(
                      later(event("session.updated")), put("/session/instructions", "Be rude.")),
              "a-refused-update-changes-nothing"));

  static final List<Broken> IDS =
      List.of(
          server(
              "HasOneIdForAllEvents",
              "a-typed-turn",
              () -> changes(event("response.created", "response.done"), put("/event_id", "one")),
              "event-ids-are-unique"),
          server(
              "AddsAnItemTwice",
              "a-typed-turn",
              () -> repeats(first(event("conversation.item.added"))),
              "item-ids-are-unique"),
          server(
              "RenamesTheItemsOfItsClient",
              "items-are-chained-and-deleted",
              () -> writes(text -> text.replace("note-", "item-")),
              "a-clients-item-id-is-kept",
              "created-items-are-added",
              "items-are-chained-and-deleted"),
          server(
              "DoesNotAddWhatWasSpoken",
              "a-spoken-turn",
              () -> swallows(event("conversation.item.added").and(with("/item/role", "user"))),
              "items-are-announced-before-they-are-named"),
          server(
              "HasOneIdForAllResponses",
              "a-conversation-goes-on",
              BrokenServers::oneResponseId,
              "response-ids-are-unique"));

  private static Habit oneResponseId() {
    return instead(
        event -> true,
        (event, mouth) -> {
          if (event.has("response_id")) {
            event.put("response_id", "the-only-one");
          }
          if (event.at("/response/id").isString()) {
            put("/response/id", "the-only-one").accept(event);
          }
          mouth.say(event);
        });
  }

  static final List<Broken> ITEMS =
      List.of(
          server(
              "ChainsSpeechToNothing",
              "a-spoken-turn",
              () ->
                  changes(
                      event("input_audio_buffer.committed"), put("/previous_item_id", "nowhere")),
              "committed-items-are-chained"),
          server(
              "ChainsItsAnswersToNothing",
              "a-typed-turn",
              () ->
                  changes(
                      event("conversation.item.added").and(with("/item/role", "assistant")),
                      put("/previous_item_id", "nowhere")),
              "items-are-chained"),
          server(
              "LosesWhatWasTyped",
              "a-typed-turn",
              () ->
                  changes(
                      first(event("conversation.item.added")),
                      put("/item/content/0/text", "What?")),
              "created-items-are-added"),
          server(
              "DeletesWithoutAWord",
              "items-are-chained-and-deleted",
              () -> swallows(event("conversation.item.deleted")),
              "deleted-items-are-confirmed",
              "items-are-chained-and-deleted"),
          server(
              "DoesNotSpeakForcedWords",
              "a-sentence-of-the-client-in-the-assistant-s-voice",
              () -> swallows(ANSWERS),
              "forced-words-are-spoken",
              "a-sentence-of-the-client-in-the-assistant-s-voice"),
          server(
              "TruncatesWithoutAWord",
              "a-finished-answer-is-truncated",
              () -> swallows(event("conversation.item.truncated")),
              "truncation-is-answered",
              "a-finished-answer-is-truncated"));

  static final List<Broken> TURNS =
      List.of(
          server(
              "DoesNotAnswerSpeech",
              "a-spoken-turn",
              () -> swallows(ANSWERS),
              "a-spoken-turn-is-answered",
              "a-spoken-turn"),
          server(
              "DoesNotAnswerACommit",
              "a-turn-by-commit",
              () -> swallows(ANSWERS),
              "a-commit-is-answered",
              "a-turn-by-commit"),
          server(
              "DoesNotAnswerWhatIsTyped",
              "a-typed-turn",
              () -> swallows(ANSWERS),
              "a-response-create-is-answered",
              "a-typed-turn"),
          server(
              "ClearsTwice",
              "nothing-to-answer",
              () -> repeats(first(event("input_audio_buffer.cleared"))),
              "clear-is-confirmed"),
          server(
              "StopsHearingBeforeItBegan",
              "a-spoken-turn",
              () -> changes(event("input_audio_buffer.speech_stopped"), put("/audio_end_ms", 0)),
              "speech-offsets-go-forward"),
          server(
              "NeverSaysThatSpeechStopped",
              "two-spoken-turns",
              () -> swallows(event("input_audio_buffer.speech_stopped")),
              "speech-starts-before-it-stops"),
          server(
              "CommitsATurnTwice",
              "a-spoken-turn",
              () -> repeats(event("input_audio_buffer.committed")),
              "spoken-turns-are-committed"));

  private static final Predicate<ObjectNode> FINAL =
      event("conversation.item.input_audio_transcription.completed")
          .and(with("/status", "in_progress").negate());

  static final List<Broken> TRANSCRIPTION =
      List.of(
          server(
              "WritesDownATurnTwice",
              "a-spoken-turn",
              () -> repeats(FINAL),
              "the-final-transcript-comes-once"),
          server(
              "WritesDownWhatNobodySaid",
              "a-spoken-turn",
              () ->
                  behind(
                      event("input_audio_buffer.speech_stopped"),
                      (stopped, mouth) -> {
                        mouth.say(words("updated", "'previous_item_id':null"));
                        mouth.say(
                            words("completed", "'previous_item_id':null,'status':'in_progress'"));
                      }),
              "transcripts-belong-to-an-announced-item",
              "items-are-announced-before-they-are-named"),
          server(
              "WritesDownWordsWithoutTheirEnd",
              "a-spoken-turn",
              () ->
                  swallows(
                      event("conversation.item.input_audio_transcription.completed")
                          .and(with("/status", "in_progress"))),
              "updates-come-paired-with-completed"));

  private static String words(String kind, String more) {
    return "{'type':'conversation.item.input_audio_transcription.%s','event_id':'%s','item_id':'nobody','content_index':0,'transcript':'Hello',%s}"
        .formatted(kind, fresh(), more);
  }

  static final List<Broken> RESUMPTION =
      List.of(
          server(
              "BeginsAnewInsteadOfGoingOn",
              "a-conversation-goes-on",
              onTheSecond(
                  () -> changes(event("conversation.created"), put("/conversation/id", fresh()))),
              "a-resumed-conversation-keeps-its-id"),
          server(
              "HasOneIdForAllSessions",
              "a-conversation-goes-on",
              () -> changes(event("session.created"), put("/session/id", "the-only-one")),
              "a-resumed-session-is-new"),
          server(
              "ForgetsWhatItSaid",
              "a-conversation-goes-on",
              onTheSecond(BrokenServers::forgetful),
              "history-is-told-before-session-updated"));

  /** What comes behind the item that it does not tell is chained to the one before. */
  private static Habit forgetful() {
    Predicate<ObjectNode> told =
        first(event("conversation.item.added").and(with("/item/role", "assistant")));
    Map<String, String> before = new HashMap<>();
    return instead(
        event -> true,
        (event, mouth) -> {
          String anchor = event.path("previous_item_id").asString("");
          if (told.test(event)) {
            before.put(event.at("/item/id").stringValue(), anchor);
          } else {
            if (before.containsKey(anchor)) {
              event.put("previous_item_id", before.get(anchor));
            }
            mouth.say(event);
          }
        });
  }

  /** Nothing is wrong with the first connection. */
  private static java.util.function.Supplier<Habit> onTheSecond(
      java.util.function.Supplier<Habit> habit) {
    AtomicInteger connections = new AtomicInteger();
    return () -> connections.incrementAndGet() == 1 ? Habit.NONE : habit.get();
  }

  static final List<Broken> SCHEMA =
      List.of(
          server(
              "WritesANumberForAText",
              "a-typed-turn",
              () -> changes(event("response.created"), put("/response/status", 7)),
              "server-events-fit-their-schemas"),
          server(
              "SaysWhatNobodyKnows",
              "a-typed-turn",
              () -> changes(event("response.created"), put("/response/mood", "good")),
              "server-events-hold-nothing-unknown"),
          server(
              "SaysNoJson",
              "a-typed-turn",
              () -> behind(event("session.updated"), (event, mouth) -> mouth.text("hello")),
              "server-events-fit-their-schemas"));

  static final List<Broken> CLOSING =
      List.of(
          server(
              "EndsForTimeWithoutAnError",
              "a-typed-turn",
              () ->
                  instead(
                      event("response.output_item.added"),
                      (event, mouth) -> mouth.leave(1001, "The session timed out.")),
              "an-error-announces-the-end",
              "a-typed-turn"),
          server(
              "IsGoneWithoutAWord",
              "a-typed-turn",
              () ->
                  instead(
                      event("response.output_item.added"), (event, mouth) -> mouth.leave(1006, "")),
              "the-server-closes-with-a-code",
              "a-typed-turn"));

  static final List<Broken> ERRORS =
      List.of(
          server(
              "LetsASecondAnswerPass",
              "a-second-answer-is-asked-for-during-the-first",
              () -> swallows(event("error")),
              "a-second-response-is-refused",
              "a-second-answer-is-asked-for-during-the-first"),
          server(
              "EndsWithAnError",
              "an-unknown-event",
              () -> behind(event("error"), (error, mouth) -> mouth.leave(1000, "")),
              "an-error-ends-nothing",
              "an-unknown-event"),
          server(
              "ComplainsOfWhatIsRight",
              "three-pings",
              () ->
                  adds(
                      nth(2, event("ping")),
                      "{'type':'error','event_id':'%s','error':{'type':'invalid_request_error','code':'no','message':'Not now.'}}"
                          .formatted(fresh())),
              "errors-are-only-for-mistakes"),
          server(
              "SaysNothingInItsErrors",
              "an-unknown-event",
              () -> changes(event("error"), put("/error/message", " ")),
              "errors-say-what-is-wrong"),
          server(
              "CancelsNothingWithoutAWord",
              "nothing-is-there-to-be-cancelled",
              () -> swallows(event("error")),
              "nothing-to-cancel-is-an-error",
              "nothing-is-there-to-be-cancelled"),
          server(
              "TakesWhatItDoesNotKnow",
              "an-unknown-event",
              () -> swallows(event("error")),
              "unknown-events-are-refused",
              "an-unknown-event"));

  static final List<Broken> TOOLS =
      List.of(
          server(
              "AnnouncesAnotherCall",
              "one-tool-call",
              () ->
                  changes(
                      event("response.output_item.added", "conversation.item.added")
                          .and(with("/item/type", "function_call")),
                      put("/item/call_id", "call-of-another")),
              "a-call-is-announced-before-its-arguments"),
          server(
              "CallsWithHalfOfTheArguments",
              "one-tool-call",
              () -> writes(text -> text.replace("any string\\\"}", "any string\\\"")),
              "arguments-are-json",
              "one-tool-call"),
          server(
              "CallsAnotherToolInTheEnd",
              "one-tool-call",
              () ->
                  changes(
                      event("response.output_item.done").and(with("/item/type", "function_call")),
                      put("/item/name", "get_money")),
              "arguments-are-whole",
              "one-tool-call"),
          server(
              "HasOneIdForTwoCalls",
              "two-tools-at-once",
              BrokenServers::oneCallId,
              "call-ids-are-unique",
              "two-tools-at-once"),
          server(
              "CallsWhatNobodyOffered",
              "one-tool-call",
              () ->
                  instead(
                      event -> true,
                      (event, mouth) -> {
                        boolean settings = event.path("type").asString().startsWith("session.");
                        String text = event.toString();
                        mouth.text(settings ? text : text.replace("get_weather", "get_money"));
                      }),
              "calls-are-of-tools-that-were-offered",
              "one-tool-call"),
          server(
              "DoesNotWaitToBeAsked",
              "a-result-without-a-question",
              BrokenServers::impatient,
              "the-model-waits-for-response-create",
              "a-result-without-a-question"));

  /** Begins an answer of nothing when it hears the output of a tool. */
  private static Habit impatient() {
    String id = fresh();
    return hearing(
        event("conversation.item.create").and(with("/item/type", "function_call_output")),
        (output, mouth) -> {
          String response =
              "{'id':'%s','object':'realtime.response','output':[],'status':'%s','status_details':'unimplemented','usage':{}}";
          mouth.say(
              "{'type':'response.created','event_id':'%s','previous_item_id':null,'response':%s}"
                  .formatted(fresh(), response.formatted(id, "in_progress")));
          mouth.say(
              "{'type':'response.done','event_id':'%s','previous_item_id':null,'response_id':'%s','usage':{'input_tokens':0,'input_token_details':{'text_tokens':0,'audio_tokens':0,'grok_tokens':0},'output_tokens':0,'output_token_details':{'text_tokens':0,'audio_tokens':0,'grok_tokens':0},'total_tokens':0,'output_audio_seconds':0.0,'billable_audio_seconds':0},'response':%s}"
                  .formatted(fresh(), id, response.formatted(id, "completed")));
        });
  }

  private static Habit oneCallId() {
    return writes(text -> text.replaceAll("\"call-([0-9a-f-]+)-1\"", "\"call-$1-0\""));
  }
}
