package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program says of itself holds also where somebody watches it (issue 4, point 7). */
final class WatchedProgramTest {
  static Method[] questions() {
    return Program.class.getMethods();
  }

  /** One that is not handed on would fall back to what a program is where it says nothing. */
  @ParameterizedTest
  @MethodSource("questions")
  void every_question_is_handed_on(Method question) {
    assertThat(Arrays.stream(WatchedProgram.class.getDeclaredMethods()))
        .anyMatch(
            own ->
                own.getName().equals(question.getName())
                    && Arrays.equals(own.getParameterTypes(), question.getParameterTypes()));
  }
}
