package dev.soundcheck.conformance.tool;

import static java.util.regex.Matcher.quoteReplacement;

import dev.soundcheck.schemas.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command with places, such as {@code python app.py {url}}. What fills a place is a part of its
 * word, whatever blanks and quotes are in it; a place in double braces is written with one.
 */
public final class CommandTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{(\\{[A-Za-z][\\w-]*})}|\\{([A-Za-z][\\w-]*)}");

  private static final int WRITTEN = 1;
  private static final int NAME = 2;

  private final List<String> words;

  private CommandTemplate(List<String> words) {
    this.words = words;
  }

  /**
   * A command as people write it.
   *
   * @param where begins each mistake
   * @param known the names of places that will be filled
   * @param folder where it is going to run
   */
  public static Optional<CommandTemplate> of(
      String text, String where, Set<String> known, Path folder, Collection<String> mistakes) {
    try {
      CommandTemplate command = new CommandTemplate(CommandWords.of(text));
      List<String> found = command.mistakes(known, folder);
      found.forEach(why -> mistakes.add("%s: %s.".formatted(where, why)));
      return found.isEmpty() ? Optional.of(command) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      mistakes.add("%s: %s in '%s'.".formatted(where, unreadable.getMessage(), text));
      return Optional.empty();
    }
  }

  /**
   * The words of the command.
   *
   * @param values what fills the places, by their names
   * @throws IllegalArgumentException when one is missing
   */
  public List<String> filled(Map<String, String> values) {
    return words.stream().map(word -> fill(word, values)).toList();
  }

  private static String fill(String word, Map<String, String> values) {
    return PLACE.matcher(word).replaceAll(place -> quoteReplacement(fill(place, values)));
  }

  private static String fill(MatchResult place, Map<String, String> values) {
    if (place.group(WRITTEN) != null) {
      return place.group(WRITTEN);
    }
    String value = values.get(place.group(NAME));
    if (value == null) {
      throw new IllegalArgumentException("nothing fills " + place.group());
    }
    return value;
  }

  private List<String> mistakes(Set<String> known, Path folder) {
    List<String> mistakes = new ArrayList<>();
    names(String.join(" ", words))
        .filter(name -> !known.contains(name))
        .distinct()
        .forEach(name -> mistakes.add(unknown(name, known)));
    if (names(words.get(0)).findAny().isEmpty()) {
      Launch.missing(fill(words.get(0), Map.of()), folder).ifPresent(mistakes::add);
    }
    return mistakes;
  }

  private static Stream<String> names(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(NAME)).filter(Objects::nonNull);
  }

  private static String unknown(String name, Set<String> known) {
    String all = known.stream().sorted().map("{%s}"::formatted).collect(Collectors.joining(", "));
    return "unknown placeholder {%s}. Did you mean {%s}? There are %s; {{%s}} is written where the program is to see {%s}"
        .formatted(name, Nearest.of(name, known), all, name, name);
  }
}
