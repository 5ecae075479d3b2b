package dev.soundcheck.conformance.selftest;

import static dev.soundcheck.conformance.selftest.Broken.client;
import static dev.soundcheck.conformance.selftest.Events.event;
import static dev.soundcheck.conformance.selftest.Events.first;
import static dev.soundcheck.conformance.selftest.Events.fresh;
import static dev.soundcheck.conformance.selftest.Events.named;
import static dev.soundcheck.conformance.selftest.Events.nth;
import static dev.soundcheck.conformance.selftest.Events.put;
import static dev.soundcheck.conformance.selftest.Events.remove;
import static dev.soundcheck.conformance.selftest.Habits.changes;
import static dev.soundcheck.conformance.selftest.Habits.hearing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Clients that are broken on purpose, section by section of the requirements. */
final class BrokenClients {
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
              () -> hearing(first(event("ping")), (ping, mouth) -> mouth.say("{'type':'pong'}")),
              "a-ping-needs-no-answer"),
          client(
              "EndsAtAPing",
              "clients/a-turn",
              () -> leavesAt(event("ping"), 1000),
              "the-client-survives-pings",
              "a-turn"));

  static final List<Broken> SESSION =
      List.of(
          client(
              "DoesNotWantAnswers",
              "clients/a-turn",
              () ->
                  changes(
                      event("session.update"),
                      update ->
                          ((ObjectNode) update.at("/session/turn_detection"))
                              .put("create_response", false)),
              "create-response-is-not-relied-on"),
          client(
              "WantsTextAlone",
              "clients/a-turn",
              () ->
                  changes(
                      event("session.update"),
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
              () -> changes(event("session.update"), put("/session/model", "grok-9")),
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
                  changes(
                      nth(3, event("session.update")), put("/session/tools/0/name", "web_search")),
              "tool-names-are-not-reserved",
              "a-greeting-and-several-updates"),
          client(
              "HasOneNameForTwoTools",
              "servers/a-greeting-and-several-updates",
              () ->
                  changes(
                      nth(3, event("session.update")),
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
                      event("session.update"),
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
                      event("session.update"),
                      update -> update.withObject("/session/audio/output").put("voice", "eve")),
              "settings-stand-where-they-are-documented"),
          client(
              "ChangesTheSoundOfAnAnswer",
              "servers/a-second-answer-is-asked-for-during-the-first",
              () ->
                  hearing(
                      first(event("response.output_audio.delta")),
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
              () -> changes(event("conversation.item.create"), put("/item/id", "one")),
              "client-item-ids-are-unique",
              "two-typed-turns"),
          client(
              "PutsAnItemBehindNothing",
              "servers/a-typed-turn",
              () -> changes(event("conversation.item.create"), put("/previous_item_id", "nowhere")),
              "named-items-exist"));

  static final List<Broken> ERRORS =
      List.of(
          client(
              "EndsAtAnError",
              "clients/an-error-about-a-cancel-that-came-too-late",
              () -> leavesAt(event("error"), 1000),
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
                      first(event("session.updated")),
                      (event, mouth) -> mouth.say("{'type':'session.rename'}")),
              "client-events-are-known"),
          client(
              "WritesANumberForAText",
              "clients/a-turn",
              () ->
                  hearing(
                      first(event("session.updated")),
                      (event, mouth) ->
                          mouth.say("{'type':'input_audio_buffer.clear','event_id':7}")),
              "client-events-fit-their-schemas"),
          client(
              "HasSettingsOfItsOwn",
              "clients/a-turn",
              () -> changes(event("session.update"), put("/session/mood", "good")),
              "client-events-hold-nothing-unknown"),
          client(
              "EndsAtNews",
              "clients/events-and-members-that-nobody-knows",
              () -> leavesAt(event("response.created"), 1000),
              "news-is-survived",
              "the-client-does-not-leave-in-the-middle",
              "events-and-members-that-nobody-knows"));

  static final List<Broken> CLOSING =
      List.of(
          client(
              "LeavesInTheMiddle",
              "clients/a-turn",
              () -> leavesAt(event("response.output_audio.delta"), 1000),
              "the-client-does-not-leave-in-the-middle"),
          client(
              "VanishesWithoutAWord",
              "servers/a-typed-turn",
              () -> leavesAt(event("response.done"), 1006),
              "the-client-says-goodbye"));

  static final List<Broken> RESUMPTION =
      List.of(
          client(
              "TellsItsHistoryAgain",
              "trouble/a-conversation-that-was-cut",
              onTheSecond(
                  () ->
                      hearing(
                          first(event("session.updated")),
                          (event, mouth) ->
                              mouth.say(
                                  "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_text','text':'What is the capital of France?'}]}}"))),
              "history-is-not-sent-again"),
          client(
              "AsksForResumptionOnce",
              "trouble/a-conversation-that-was-cut",
              onTheSecond(() -> changes(event("session.update"), remove("/session/resumption"))),
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
    Predicate<ObjectNode> answer = first(event("session.updated"));
    return new Habit() {
      @Override
      public void says(ObjectNode event, Mouth mouth) {
        if (event("session.update").test(event)) {
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

  private static Habit stubborn() {
    int[] times = new int[1];
    return hearing(
        event("session.updated", "error"),
        (event, mouth) -> {
          if (times[0]++ < 4) {
            mouth.say("{'type':'response.cancel','event_id':'%s'}".formatted(fresh()));
          }
        });
  }
}
