package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, at whatever moment: it is answered, and the next question too. */
final class ClientFuzzTest {
  private static final Profile[] PROFILES = Profile.values();

  private static final Program LOOKING =
      Programs.of(
              """
              Feature: F
                Rule: R
                  Scenario: A request
                    When the client sends "response.create"
                    Then the assistant says "Yes."
                  Scenario: Speech
                    When the user speaks "These words stand for whatever was said."
                    Then the assistant says "Yes."
                  Scenario: Text
                    When the user types anything
                    Then the assistant says "Yes."
              """)
          .orElseThrow();

  private static final String TOOLS =
      "{\"type\":\"session.update\",\"session\":{\"tools\":[{\"type\":\"function\",\"name\":\"f\","
          + "\"parameters\":{}}]}}";

  private static final String MANUAL =
      "{\"type\":\"session.update\",\"session\":{\"turn_detection\":null}}";

  /** Moments at which a message may come. */
  private enum Moment {
    BEFORE_ALL,
    AFTER_AN_UPDATE,
    DURING_AN_ANSWER,
    WITH_AN_OPEN_TOOL_CALL,
    WITH_SOUND_WAITING
  }

  @Test
  void every_message_at_any_moment_is_answered() {
    Fuzz.ofTexts("client-events", Kinds.json(), messages()).runTexts(ClientFuzzTest::answered);
  }

  private static boolean answered(String message) {
    Moment moment = Moment.values()[Math.floorMod(message.hashCode(), Moment.values().length)];
    Rehearsal rehearsal = at(moment, PROFILES[message.length() % PROFILES.length]);
    int before = rehearsal.types().size();
    rehearsal.says(message).passes(Duration.ofSeconds(2));
    return isSound(rehearsal)
        && !rehearsal.types().subList(before, rehearsal.types().size()).contains("error");
  }

  private static Rehearsal at(Moment moment, Profile profile) {
    Rehearsal rehearsal =
        new Rehearsal(moment == Moment.WITH_AN_OPEN_TOOL_CALL ? calling() : answering(), profile);
    return switch (moment) {
      case BEFORE_ALL -> rehearsal;
      case AFTER_AN_UPDATE -> rehearsal.says(TOOLS);
      case DURING_AN_ANSWER -> rehearsal.types("Hi.").passes(Duration.ofMillis(900));
      case WITH_AN_OPEN_TOOL_CALL ->
          rehearsal.says(TOOLS).types("Hi.").passes(Duration.ofSeconds(3));
      case WITH_SOUND_WAITING -> rehearsal.says(MANUAL).sends(new byte[4_800]);
    };
  }

  private static boolean isSound(Rehearsal rehearsal) {
    assertThat(rehearsal.findings)
        .extracting(ConnectionFinding::kind)
        .doesNotContain(ConnectionFinding.Kind.INTERNAL, ConnectionFinding.Kind.SERVER);
    assertThat(rehearsal.closes).isEmpty();
    return true;
  }

  /** A scenario, whose lines look at all that comes. */
  private static Program answering() {
    return LOOKING;
  }

  /** Calls a tool and says no more. */
  private static Program calling() {
    Act call = new Act.Answer(List.of(new Act.Call("f", "{}")));
    return new Puppet(seen -> seen instanceof Seen.Asked ? Puppet.doing(call) : Puppet.doing());
  }

  /**
   * A line is a message, one that begins with {@code audio} a binary one, with {@code wait} a
   * pause.
   */
  @Test
  void whole_conversations_are_answered_and_the_next_question_too() {
    Fuzz.ofTexts("conversations", Kinds.traces(), conversations())
        .oneIn(10)
        .runTexts(ClientFuzzTest::held);
  }

  private static boolean held(String conversation) {
    Rehearsal rehearsal = new Rehearsal(answering(), PROFILES[conversation.length() % 5]);
    conversation.lines().limit(60).forEach(line -> line(rehearsal, line));
    rehearsal.passes(Duration.ofSeconds(30));
    int before = rehearsal.types().size();
    rehearsal.types("Are you there?").passes(Duration.ofSeconds(30));
    assertThat(rehearsal.types().subList(before, rehearsal.types().size()))
        .contains("response.done");
    return isSound(rehearsal);
  }

  private static void line(Rehearsal rehearsal, String line) {
    if (line.startsWith("wait ")) {
      rehearsal.passes(Duration.ofMillis(line.hashCode() & 0x7ff));
    } else if (line.startsWith("audio ")) {
      rehearsal.sends(line.getBytes(StandardCharsets.UTF_8));
    } else {
      rehearsal.says(line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1 ", "a.", "'a", "\\u0301", "\u0416", "$1", "?", "a@"})
  void work_grows_as_a_typed_text_grows(String part) {
    Growth.isNotQuadratic(
        part,
        2_000,
        length ->
            ("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"force_message\","
                    + "\"content\":[{\"type\":\"output_text\",\"text\":\"%s\"}]}}")
                .formatted(part.repeat(length / part.length()))
                .getBytes(StandardCharsets.UTF_8),
        text -> answered(new String(text, StandardCharsets.UTF_8)));
  }

  private static List<String> messages() {
    return Corpus.said(Origin.CLIENT)
        .flatMap(List::stream)
        .filter(message -> message.length() < 6_000)
        .collect(Collectors.groupingBy(ClientFuzzTest::type))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(type -> type.getValue().stream().distinct().limit(8))
        .toList();
  }

  private static String type(String message) {
    return Json.mapper().readTree(message).path("type").asString("");
  }

  private static List<String> conversations() {
    return Corpus.said(Origin.CLIENT)
        .filter(messages -> !messages.isEmpty())
        .map(
            messages ->
                messages.stream()
                    .filter(message -> message.length() < 3_000)
                    .limit(12)
                    .collect(Collectors.joining("\nwait 100\naudio AAAA\n")))
        .toList();
  }
}
