package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Reporting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The choices in which the dialects of profiles differ, each with where it is known from. */
final class Choices {
  /** Those that differ; one that is missing here fails the test of the page. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("greeting", "live-behaviour.md 0.1, 2.1"),
          Map.entry("pingEvery", "live-behaviour.md 3, 8.1; clients.md 6.4"),
          Map.entry("defaultModel", "live-behaviour.md 0.1"),
          Map.entry("turnOrder", "live-behaviour.md 2.3"),
          Map.entry("lastPartial", "live-behaviour.md 2.3"),
          Map.entry("bargeIn", "live-behaviour.md 2.6; decisions.md Orders"),
          Map.entry("unheard", "live-behaviour.md 2.3, 2.6; decisions.md Orders"),
          Map.entry("manualBargeIn", "live-behaviour.md 2.4; ours elsewhere"),
          Map.entry("commit", "live-behaviour.md 2.4, 8.1"),
          Map.entry("idleCreate", "live-behaviour.md 2.4; decisions.md response.create"),
          Map.entry("mixedRates", "live-behaviour.md 5.1, 5.2; ours elsewhere"),
          Map.entry("firstChunk", "live-behaviour.md 6"),
          Map.entry("autoAnswer", "live-behaviour.md 8.1"),
          Map.entry("textOnly", "live-behaviour.md 2.15, 8.1; events.yaml"),
          Map.entry("partials", "live-behaviour.md 4; events.yaml; clients.md 9"),
          Map.entry("manualSpeech", "live-behaviour.md 2.4, 8.1"),
          Map.entry("answerItems", "live-behaviour.md 2.2; events.yaml documented_flow"),
          Map.entry("closing", "live-behaviour.md 2.2, 8.1; events.yaml documented_flow"));

  /** One choice: its name, its value in a profile, and its source. */
  record Choice(String name, Function<Profile, String> value, String source) {
    String of(Profile profile) {
      return value.apply(profile);
    }

    private boolean differs() {
      return Arrays.stream(Profile.values()).map(value).distinct().count() > 1;
    }
  }

  private Choices() {}

  static List<Choice> all() {
    List<Choice> choices = new ArrayList<>();
    rows(Dialect.class, profile -> Wiring.of(profile).dialect())
        .filter(choice -> !choice.name().equals("reporting"))
        .forEach(choices::add);
    rows(Reporting.class, profile -> Wiring.of(profile).dialect().reporting())
        .forEach(choices::add);
    return choices;
  }

  private static Stream<Choice> rows(Class<?> table, Function<Profile, Object> of) {
    return Arrays.stream(table.getRecordComponents())
        .map(one -> choice(one, of))
        .filter(Choice::differs);
  }

  private static Choice choice(RecordComponent component, Function<Profile, Object> of) {
    String source = SOURCES.getOrDefault(component.getName(), "");
    return new Choice(component.getName(), profile -> value(component, of.apply(profile)), source);
  }

  private static String value(RecordComponent component, Object table) {
    try {
      return String.valueOf(component.getAccessor().invoke(table))
          .toLowerCase(Locale.ROOT)
          .replace('_', ' ');
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(component.getName(), impossible);
    }
  }
}
