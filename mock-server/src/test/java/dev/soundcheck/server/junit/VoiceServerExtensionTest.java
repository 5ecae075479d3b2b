package dev.soundcheck.server.junit;

import static org.assertj.core.api.Assertions.allOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.Caller;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The extension of issue 4, point 7: injected, checked, and the trace with a failing test. */
@Timeout(60)
final class VoiceServerExtensionTest {
  @TempDir private Path folder;

  private EngineExecutionResults run(Class<?> sample) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("soundcheck.traces", folder.toString())
        .selectors(selectClass(sample))
        .execute();
  }

  @Test
  void each_test_has_a_server_of_its_own_which_is_gone_afterwards() {
    Samples.ADDRESSES.clear();

    run(Samples.Greeting.class).testEvents().assertStatistics(it -> it.started(4).succeeded(4));

    assertThat(Samples.ADDRESSES).hasSize(4).doesNotHaveDuplicates();
    assertThatThrownBy(() -> Caller.to(Samples.ADDRESSES.get(0))).hasMessageContaining("Connect");
  }

  @Test
  void a_passing_test_keeps_no_traces() {
    run(Samples.Registered.class).testEvents().assertStatistics(it -> it.started(1).succeeded(1));

    assertThat(folder).isEmptyDirectory();
  }

  /** Nobody waits half an hour for a word, and the test does not either. */
  @Test
  void time_can_be_virtual() {
    run(Samples.Timeless.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.contains("connection 1 at 120000 ms: given:3:"))));
  }

  @Test
  void a_failing_test_shows_what_was_said_and_keeps_the_trace() {
    EngineExecutionResults ran = run(Samples.Failing.class);

    Path file = folder.resolve("Failing").resolve("expects_too_much-1.ndjson");
    ran.testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            allOf(
                test("expects_too_much"),
                finishedWithFailure(
                    suppressed(
                        0,
                        message(
                            text ->
                                text.contains("all of it is in " + file)
                                    && text.contains("client  response.create")
                                    && text.contains("server  response.done"))))));
    Trace trace = TraceReader.read(file);
    assertThat(trace.notes()).isEmpty();
    assertThat(trace.messages().map(it -> it.type()))
        .startsWith("session.created")
        .contains("conversation.item.create", "response.done");
    assertThat(ran.testEvents().reportingEntryPublished().stream()).isNotEmpty();
  }

  @Test
  void a_line_that_was_not_met_fails_a_test_that_passed_otherwise() {
    run(Samples.Failing.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            allOf(
                test("never_gets_to_the_point"),
                finishedWithFailure(
                    message(
                        text ->
                            text.contains("given:3: the user types \"Hello\": expected")
                                && text.contains("closing by the server with 1001")))));
  }

  @Test
  void findings_can_be_left_to_the_test() {
    run(Samples.Failing.class)
        .testEvents()
        .assertStatistics(it -> it.started(3).succeeded(1).failed(2));
  }

  @Test
  void a_server_for_a_whole_class_is_refused() {
    run(Samples.TooEarly.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.contains("A server lives as long as one test."))));
  }

  @Test
  void a_name_that_is_none_says_which_are_like_it() {
    run(Samples.Misspelt.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.contains("Did you mean 'tools/parallel-tool-calls'"))));
  }
}
