package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.client;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.fresh;
import static dev.soundcheck.conformance.selftest.Events.named;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.of;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Events.remove;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Clients that are broken on purpose, section by section of the requirements. */
final class BrokenClients {
  private static final Predicate<ObjectNode> OUTPUT =
      of("conversation.item.create").and(with("/item/type", "function_call_output"));

  private static final Predicate<ObjectNode> ADDED_BY_ASSISTANT =
      of("conversation.item.added").and(with("/item/role", "assistant"));

  private static final String SILENCE =
      "{'type':'input_audio_buffer.append','audio':'" + "A".repeat(1_600) + "'}";

  private static final String SAMPLES_OF_16_KHZ = samplesOf(16_000);
  private static final String SAMPLES_OF_24_KHZ = samplesOf(24_000);

  private BrokenClients() {}

  private static String samplesOf(int rate) {
    return "{'type':'session.update','session':{'audio':{'input':{'format':{'type':'audio/pcm','rate':%d}}}}}"
        .formatted(rate);
  }

  static final List<Broken> GREETING =
      List.of(
          client(
              "WaitsAMinute",
              "trouble/a-server-that-is-mute",
              BrokenClients::tooPatient,
              "a-mute-server-is-left",
              "a-server-that-is-mute"));

  static final List<Broken> KEEPALIVE =
      List.of(
          client(
              "AnswersPings",
              "clients/a-turn",
              () -> hearing(first(of("ping")), (ping, mouth) -> mouth.say("{'type':'pong'}")),
              "a-ping-needs-no-answer"),
          client(
              "EndsAtAPing",
              "clients/a-turn",
              () -> leavesAt(of("ping"), 1000),
              "the-client-survives-pings",
              "a-turn"));

  static final List<Broken> SESSION =
      List.of(
          client(
              "DoesNotWantAnswers",
              "clients/a-turn",
              () ->
                  changes(
                      of("session.update"),
                      update ->
                          ((ObjectNode) update.at("/session/turn_detection"))
                              .put("create_response", false)),
              "create-response-is-not-relied-on"),
          client(
              "WantsTextAlone",
              "clients/a-turn",
              () ->
                  changes(
                      of("session.update"),
                      update -> update.withObject("/session").putArray("modalities").add("text")),
              "text-alone-is-not-asked-for"),
          client(
              "SaysTooLateWhatItSends",
              "servers/sound-of-the-telephone",
              () ->
                  begins(
                      "{'type':'session.update','session':{'turn_detection':{'type':'server_vad'}}}",
                      SILENCE),
              "the-format-is-set-before-sound-is-sent"),
          client(
              "ChangesItsRateInTheMiddle",
              "servers/a-typed-turn",
              () -> begins(SAMPLES_OF_16_KHZ, SILENCE, SAMPLES_OF_24_KHZ, SILENCE),
              "the-rate-is-kept-once-sound-was-sent"),
          client(
              "WantsAnotherModel",
              "clients/a-turn",
              () -> changes(of("session.update"), put("/session/model", "grok-9")),
              "the-model-is-named-in-the-address"),
          client(
              "SpeaksBeforeItIsAsked",
              "clients/a-turn",
              () -> begins(SILENCE),
              "the-session-is-configured"),
          client(
              "TakesANameOfTheService",
              "servers/a-greeting-and-several-updates",
              () ->
                  changes(nth(3, of("session.update")), put("/session/tools/0/name", "web_search")),
              "tool-names-are-not-reserved",
              "a-greeting-and-several-updates"),
          client(
              "HasOneNameForTwoTools",
              "servers/a-greeting-and-several-updates",
              () ->
                  changes(
                      nth(3, of("session.update")),
                      update -> {
                        var tools = update.withArray("/session/tools");
                        tools.add(tools.get(0).deepCopy());
                      }),
              "tool-names-are-unique",
              "a-greeting-and-several-updates"),
          client(
              "HintsAtALanguageWithoutItsRegion",
              "clients/a-turn",
              () ->
                  changes(
                      of("session.update"),
                      update ->
                          update
                              .withObject("/session/audio/input/transcription")
                              .put("language_hint", "es")),
              "language-hints-have-a-region"),
          client(
              "SetsItsVoiceWhereOthersHaveIt",
              "clients/a-turn",
              () ->
                  changes(
                      of("session.update"),
                      update -> update.withObject("/session/audio/output").put("voice", "eve")),
              "settings-stand-where-they-are-documented"),
          client(
              "ChangesTheSoundOfAnAnswer",
              "servers/a-second-answer-is-asked-for-during-the-first",
              () ->
                  hearing(
                      first(of("response.output_audio.delta")),
                      (delta, mouth) ->
                          mouth.after(
                              Duration.ofMillis(50),
                              () ->
                                  mouth.say(
                                      "{'type':'session.update','session':{'audio':{'output':{'format':{'type':'audio/pcmu','rate':8000}}}}}"))),
              "sound-is-changed-between-answers",
              "one-response-is-asked-for-at-a-time"),
          client(
              "SaysItsSettingsAgain",
              "clients/a-turn",
              BrokenClients::repeatsItsUpdate,
              "updates-are-not-repeated-for-nothing"));

  static final List<Broken> IDS =
      List.of(
          client(
              "HasOneIdForAllEvents",
              "servers/a-typed-turn",
              () -> changes(named("conversation.").or(named("response.")), put("/event_id", "one")),
              "client-event-ids-are-unique"),
          client(
              "HasOneIdForAllItems",
              "trouble/two-typed-turns",
              () -> changes(of("conversation.item.create"), put("/item/id", "one")),
              "client-item-ids-are-unique",
              "two-typed-turns"),
          client(
              "PutsAnItemBehindNothing",
              "servers/a-typed-turn",
              () -> changes(of("conversation.item.create"), put("/previous_item_id", "nowhere")),
              "named-items-exist"));

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
              () -> adds(of("conversation.item.create"), "{'type':'response.create'}"),
              "forced-words-are-not-asked-for"),
          client(
              "TypesAsTheAssistantDoes",
              "servers/a-typed-turn",
              () ->
                  changes(
                      of("conversation.item.create"), put("/item/content/0/type", "output_text")),
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
                      of("conversation.item.added").and(with("/item/role", "user")),
                      (added, mouth) -> truncate(added, 0, mouth)),
              "truncate-is-of-spoken-items"),
          client(
              "TruncatesToMoreThanIsLeft",
              "servers/a-finished-answer-is-truncated",
              () ->
                  hearing(
                      of("conversation.item.truncated"),
                      (truncated, mouth) -> truncate(truncated, 900, mouth)),
              "a-later-cut-is-shorter"),
          client(
              "DeletesTwoItemsAtOnce",
              "servers/items-are-chained-and-deleted",
              () ->
                  adds(
                      first(of("conversation.item.delete")),
                      "{'type':'conversation.item.delete','item_id':'note-1'}"),
              "one-item-is-deleted-at-a-time",
              "named-items-exist",
              "the-client-survives-an-error"),
          client(
              "SendsPictures",
              "servers/a-typed-turn",
              () ->
                  hearing(
                      first(of("session.updated")),
                      (event, mouth) ->
                          mouth.say(
                              "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_image','image_url':'data:image/png;base64,AAAA'}]}}")),
              "pictures-are-not-sent"),
          client(
              "TruncatesBeyondTheEnd",
              "servers/a-finished-answer-is-truncated",
              () -> changes(of("conversation.item.truncate"), put("/audio_end_ms", 60_000)),
              "truncate-stays-within-the-sound",
              "truncate-stays-within-what-was-heard",
              "a-finished-answer-is-truncated"),
          client(
              "TruncatesWhatNobodyHeard",
              "servers/a-typed-turn",
              () ->
                  hearing(
                      of("response.output_item.done"),
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
                      of("response.content_part.added"),
                      (event, mouth) ->
                          mouth.say("{'type':'response.cancel','response_id':'another'}")),
              "cancel-names-a-response"),
          client(
              "AsksForAnswersToNothing",
              "trouble/two-typed-turns",
              () ->
                  hearing(
                      first(of("response.done")),
                      (done, mouth) -> mouth.say("{'type':'response.create'}")),
              "no-answer-is-asked-for-without-news"),
          client(
              "AsksTwice",
              "servers/a-typed-turn",
              () -> repeats(of("response.create")),
              "one-response-is-asked-for-at-a-time"),
          client(
              "CancelsTwice",
              "servers/an-answer-is-cancelled-and-another-given",
              () -> repeats(of("response.cancel")),
              "an-answer-is-cancelled-once"),
          client(
              "CancelsNothing",
              "clients/a-turn",
              () ->
                  hearing(
                      first(of("session.updated")),
                      (event, mouth) -> mouth.say("{'type':'response.cancel'}")),
              "only-running-answers-are-cancelled"));

  static final List<Broken> TURNS =
      List.of(
          client(
              "ClearsWhatItCommitted",
              "servers/a-turn-by-commit",
              () -> adds(of("input_audio_buffer.commit"), "{'type':'input_audio_buffer.clear'}"),
              "a-clear-does-not-take-the-answer-away",
              "a-turn-by-commit"),
          client(
              "AsksForWhatItCommitted",
              "servers/a-turn-by-commit",
              () -> adds(of("input_audio_buffer.commit"), "{'type':'response.create'}"),
              "a-commit-is-asked-for-once"),
          client(
              "ForgetsToCommit",
              "servers/a-turn-by-commit",
              () -> swallows(of("input_audio_buffer.commit")),
              "manual-turns-are-committed",
              "a-turn-by-commit"),
          client(
              "CommitsUnderServerVad",
              "clients/the-server-ends-the-turns",
              () ->
                  hearing(
                      first(of("input_audio_buffer.committed")),
                      (event, mouth) -> mouth.say("{'type':'input_audio_buffer.commit'}")),
              "no-commit-under-server-vad",
              "the-server-ends-the-turns"),
          client(
              "CommitsNothing",
              "servers/a-turn-by-commit",
              () ->
                  hearing(
                      first(of("session.updated")),
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
                      of("input_audio_buffer.speech_stopped"),
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
              () -> keepsUntil(nth(2, OUTPUT), of("response.create")),
              "all-outputs-come-before-response-create",
              "two-calls-of-one-answer"),
          client(
              "ForgetsToAskForTheAnswer",
              "clients/one-call",
              () -> swallows(of("response.create")),
              "an-answer-is-asked-for-after-the-outputs",
              "one-call"),
          client(
              "DoesNotAnswerBrokenArguments",
              "clients/a-call-whose-arguments-are-no-json",
              () -> swallows(OUTPUT.or(of("response.create"))),
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
              () -> changes(OUTPUT, BrokenClients::shortenItsCallId),
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
              BrokenClients::early,
              "outputs-wait-for-response-done"));

  static final List<Broken> ERRORS =
      List.of(
          client(
              "EndsAtAnError",
              "clients/an-error-about-a-cancel-that-came-too-late",
              () -> leavesAt(of("error"), 1000),
              "the-client-survives-an-error",
              "the-client-does-not-leave-in-the-middle",
              "an-error-about-a-cancel-that-came-too-late"),
          client(
              "NeverLearns",
              "clients/a-turn",
              BrokenClients::stubborn,
              "the-same-mistake-is-not-repeated",
              "only-running-answers-are-cancelled"));

  static final List<Broken> SCHEMA =
      List.of(
          client(
              "SaysWhatNobodyKnows",
              "clients/a-turn",
              () ->
                  hearing(
                      first(of("session.updated")),
                      (event, mouth) -> mouth.say("{'type':'session.rename'}")),
              "client-events-are-known"),
          client(
              "WritesANumberForAText",
              "clients/a-turn",
              () ->
                  hearing(
                      first(of("session.updated")),
                      (event, mouth) ->
                          mouth.say("{'type':'input_audio_buffer.clear','event_id':7}")),
              "client-events-fit-their-schemas"),
          client(
              "HasSettingsOfItsOwn",
              "clients/a-turn",
              () -> changes(of("session.update"), put("/session/mood", "good")),
              "client-events-hold-nothing-unknown"),
          client(
              "EndsAtNews",
              "clients/events-and-members-that-nobody-knows",
              () -> leavesAt(of("response.created"), 1000),
              "news-is-survived",
              "the-client-does-not-leave-in-the-middle",
              "events-and-members-that-nobody-knows"));

  static final List<Broken> CLOSING =
      List.of(
          client(
              "LeavesInTheMiddle",
              "clients/a-turn",
              () -> leavesAt(of("response.output_audio.delta"), 1000),
              "the-client-does-not-leave-in-the-middle"),
          client(
              "VanishesWithoutAWord",
              "servers/a-typed-turn",
              () -> leavesAt(of("response.done"), 1006),
              "the-client-says-goodbye"));

  static final List<Broken> RESUMPTION =
      List.of(
          client(
              "TellsItsHistoryAgain",
              "trouble/a-conversation-that-was-cut",
              onTheSecond(
                  () ->
                      hearing(
                          first(of("session.updated")),
                          (event, mouth) ->
                              mouth.say(
                                  "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_text','text':'What is the capital of France?'}]}}"))),
              "history-is-not-sent-again"),
          client(
              "AsksForResumptionOnce",
              "trouble/a-conversation-that-was-cut",
              onTheSecond(() -> changes(of("session.update"), remove("/session/resumption"))),
              "resumption-is-asked-for-again"),
          client(
              "ComesBackAtOnce",
              "trouble/a-line-that-always-breaks",
              () -> Habit.NONE,
              "reconnects-wait"),
          client(
              "ComesBackAtOnceWhenItIsTurnedAway",
              "clients/too-many-sessions",
              () -> Habit.NONE,
              "a-turned-away-client-waits",
              "reconnects-wait",
              "too-many-sessions"));

  /** Nothing is wrong with the first connection. */
  private static Supplier<Habit> onTheSecond(Supplier<Habit> habit) {
    AtomicInteger connections = new AtomicInteger();
    return () -> connections.incrementAndGet() == 1 ? Habit.NONE : habit.get();
  }

  private static Habit tooPatient() {
    return new Habit() {
      @Override
      public void begins(Mouth mouth) {
        mouth.after(Duration.ofMinutes(1), () -> mouth.leave(1000, ""));
      }

      @Override
      public boolean leaves() {
        return false;
      }
    };
  }

  private static Habit leavesAt(Predicate<ObjectNode> when, int code) {
    return hearing(first(when), (event, mouth) -> mouth.leave(code, ""));
  }

  private static Habit begins(String... events) {
    return new Habit() {
      @Override
      public void begins(Mouth mouth) {
        List.of(events).forEach(mouth::say);
      }
    };
  }

  private static Habit repeatsItsUpdate() {
    ObjectNode[] update = new ObjectNode[1];
    Predicate<ObjectNode> answer = first(of("session.updated"));
    return new Habit() {
      @Override
      public void says(ObjectNode event, Mouth mouth) {
        if (of("session.update").test(event)) {
          update[0] = event.deepCopy();
        }
        mouth.say(event);
      }

      @Override
      public boolean hears(ObjectNode event, Mouth mouth) {
        if (answer.test(event)) {
          mouth.say(update[0]);
        }
        return true;
      }
    };
  }

  private static Habit whileTheUserSpeaks(String event) {
    return hearing(
        first(of("input_audio_buffer.speech_started")),
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
        if (of("response.function_call_arguments.done").test(event)) {
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

  private static Habit stubborn() {
    int[] times = new int[1];
    return hearing(
        of("session.updated", "error"),
        (event, mouth) -> {
          if (times[0]++ < 4) {
            mouth.say("{'type':'response.cancel','event_id':'%s'}".formatted(fresh()));
          }
        });
  }
}
