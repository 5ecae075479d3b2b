package dev.soundcheck.conformance.cucumber.line;

import io.cucumber.core.backend.HookDefinition;
import io.cucumber.core.backend.TestCaseState;
import java.util.Optional;
import java.util.function.Consumer;

/** Something done around every scenario: before all hooks of others, or after all of them. */
record LineHook(HookType type, Consumer<TestCaseState> deed) implements HookDefinition {
  /**
   * Others' hooks have 10000 where nothing else is said. Before a scenario the least goes first;
   * after it the least goes last, so that an app is put away before its server.
   */
  private static final int OUTERMOST = 0;

  @Override
  public void execute(TestCaseState scenario) {
    deed.accept(scenario);
  }

  @Override
  public Optional<HookType> getHookType() {
    return Optional.of(type);
  }

  @Override
  public String getTagExpression() {
    return "";
  }

  @Override
  public int getOrder() {
    return OUTERMOST;
  }

  @Override
  public boolean isDefinedAt(StackTraceElement frame) {
    return frame.getClassName().equals(LineHook.class.getName());
  }

  @Override
  public String getLocation() {
    return "the language of scenarios";
  }
}
