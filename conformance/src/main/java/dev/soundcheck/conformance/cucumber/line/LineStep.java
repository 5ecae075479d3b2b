package dev.soundcheck.conformance.cucumber.line;

import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.core.backend.TypeResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A step of ours.
 *
 * @param pattern a regular expression for the whole line
 * @param arguments how many it has: its group, and what stands under the line
 * @param deed what is done with them
 */
public record LineStep(String pattern, int arguments, Consumer<List<String>> deed)
    implements StepDefinition {
  @Override
  public void execute(Object[] values) {
    try {
      deed.accept(Arrays.stream(values).map(String::valueOf).toList());
    } catch (AssertionError | RuntimeException failure) {
      throw new CucumberInvocationTargetException(this, new InvocationTargetException(failure));
    }
  }

  @Override
  public List<ParameterInfo> parameterInfos() {
    return Collections.nCopies(arguments, new AsItIs());
  }

  @Override
  public String getPattern() {
    return pattern;
  }

  @Override
  public boolean isDefinedAt(StackTraceElement frame) {
    return frame.getClassName().equals(LineStep.class.getName());
  }

  @Override
  public String getLocation() {
    return "the language of scenarios";
  }

  /** An argument that stays as it is: text, a doc string or a table. */
  private static final class AsItIs implements ParameterInfo {
    @Override
    public Type getType() {
      return Object.class;
    }

    @Override
    public boolean isTransposed() {
      return false;
    }

    @Override
    public TypeResolver getTypeResolver() {
      return () -> Object.class;
    }
  }
}
