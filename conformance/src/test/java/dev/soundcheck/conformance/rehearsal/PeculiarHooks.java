package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cucumber.caller.VoiceCall;
import dev.soundcheck.conformance.rehearsal.Peculiarities.Allowance;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeAll;
import org.opentest4j.TestAbortedException;

/** What is otherwise in some of the built-in features, for the suite of all of them. */
public final class PeculiarHooks {
  private static final Peculiarities PECULIAR = Peculiarities.read();

  private final VoiceCall call;

  public PeculiarHooks(VoiceCall call) {
    this.call = call;
  }

  /** The first call of a process takes longer than a scenario's lines wait. */
  @BeforeAll
  public static void warm_up() {
    assertThat(Rehearsal.typed("Hello.").failure()).isEmpty();
  }

  @Before
  public void leave_out_what_the_profile_does_not_have() {
    String name = call.scenario();
    String profile = call.profile().id();
    PECULIAR
        .whyNotIn(call.profile(), name)
        .ifPresent(
            why -> {
              throw new TestAbortedException(
                  "%s is not played in %s: %s".formatted(name, profile, why));
            });
  }

  @Before
  public void let_the_mock_break_the_contract_where_it_is_to() {
    PECULIAR
        .why(Allowance.SERVER, call.scenario())
        .ifPresent(why -> call.onlyWithMock(why).breachesDoNotFail());
  }
}
