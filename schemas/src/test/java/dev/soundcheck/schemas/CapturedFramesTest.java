package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract against what was seen on the wire: live-behaviour.md and live-sessions. */
class CapturedFramesTest {
  @Test
  void every_printed_line_has_a_row_and_every_row_a_line() {
    Map<String, String> expected =
        PrintedFrames.rows().stream()
            .collect(Collectors.toMap(PrintedFrames.Row::place, PrintedFrames.Row::type));

    Map<String, String> printed =
        PrintedFrames.printed().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, frame -> frame.getValue().path("type").asString("-")));

    assertThat(printed).hasSizeGreaterThan(40).isEqualTo(expected);
  }

  @Test
  void every_whole_printed_frame_keeps_its_profile() {
    assertThat(PrintedFrames.whole().flatMap(CapturedFramesTest::findings)).isEmpty();
  }

  @Test
  void every_frame_of_the_live_sessions_keeps_the_profile_of_july() {
    List<Frame> frames = LiveSessions.frames().toList();

    assertThat(frames).hasSizeGreaterThan(300);
    assertThat(frames.stream().flatMap(CapturedFramesTest::findings)).isEmpty();
  }

  /** decisions.md, Profiles: launch is as July 2026 but for its greeting and its errors. */
  @Test
  void every_frame_of_the_live_sessions_keeps_the_profile_of_the_launch() {
    assertThat(LiveSessions.frames().map(frame -> in(Profile.LAUNCH, frame)))
        .flatMap(frame -> findings(frame).toList())
        .isEmpty();
  }

  /** live-behaviour.md 0.1: items carry the flag since the end of August 2026. */
  @Test
  void items_without_the_replayed_flag_are_of_july_and_items_with_it_are_of_today() {
    assertThat(LiveSessions.frames().filter(CapturedFramesTest::carriesAnItem))
        .isNotEmpty()
        .allSatisfy(
            frame ->
                assertThat(findings(in(Profile.LIVE, frame)))
                    .singleElement()
                    .asString()
                    .endsWith("at $.item.replayed: expected true or false, found nothing"));
    assertThat(PrintedFrames.whole().filter(CapturedFramesTest::carriesAnItem))
        .isNotEmpty()
        .allSatisfy(
            frame ->
                assertThat(findings(in(Profile.LIVE_2026_07, frame)))
                    .singleElement()
                    .asString()
                    .endsWith("at $.item.replayed: expected no member of this name, found false"));
  }

  @Test
  void every_event_is_captured_or_printed_or_shown_by_an_example() {
    Set<String> shown = new TreeSet<>();
    Stream.concat(LiveSessions.frames(), PrintedFrames.whole())
        .map(Frame::type)
        .forEach(shown::add);
    Examples.all().map(Frame::type).forEach(shown::add);

    assertThat(shown)
        .containsExactlyElementsOf(
            Stream.of(EventType.values()).map(EventType::wire).sorted().toList());
  }

  @Test
  void without_a_member_that_captures_always_carry_there_is_one_finding_that_names_it() {
    Mutations echoed = new Mutations();
    Set<String> wrong = new TreeSet<>();

    capturedFromServers()
        .forEach(
            frame ->
                Mutations.members(frame.event())
                    .forEach(member -> echoed.checkWithout(frame, member, wrong)));

    assertThat(wrong).isEmpty();
    assertThat(echoed.unused()).as("rows of echoed-members.txt that no frame needs").isEmpty();
  }

  @Test
  void a_member_that_no_capture_has_is_one_finding_of_its_own_kind_wherever_it_stands() {
    Set<String> wrong = new HashSet<>();

    capturedFromServers()
        .forEach(
            frame ->
                Mutations.closedObjects(frame.event())
                    .forEach(place -> Mutations.checkWithStranger(frame, place, wrong)));

    assertThat(wrong).isEmpty();
  }

  private static Stream<Frame> capturedFromServers() {
    return Stream.concat(LiveSessions.frames(), PrintedFrames.whole().filter(Frame::captured))
        .filter(frame -> frame.origin() == Origin.SERVER);
  }

  private static boolean carriesAnItem(Frame frame) {
    JsonNode event = frame.event();
    return frame.origin() == Origin.SERVER && event.path("item").isObject();
  }

  private static Frame in(Profile profile, Frame frame) {
    return new Frame(profile, frame.captured(), frame.where(), frame.event());
  }

  private static Stream<String> findings(Frame frame) {
    return EventValidator.of(frame.profile()).validate(frame.origin(), frame.event()).stream()
        .map(finding -> frame + ": " + finding.message());
  }
}
