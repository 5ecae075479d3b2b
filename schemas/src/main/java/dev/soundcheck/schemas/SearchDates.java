package dev.soundcheck.schemas;

import dev.soundcheck.schemas.Wording.Located;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The one rule of the contract that no schema can say: a search of X does not end before it begins
 * (events.yaml session.tools).
 */
final class SearchDates {
  private SearchDates() {}

  static List<Located> outOfOrder(JsonNode event) {
    JsonNode tools = event.path("session").path("tools");
    List<Located> mistakes = new ArrayList<>(0);
    for (int i = 0; i < tools.size(); i++) {
      JsonNode tool = tools.path(i);
      if (tool.path("type").asString("").equals("x_search") && endsBeforeItBegins(tool)) {
        Place at = new Place(List.of("session", "tools", i, "from_date"));
        String expected = "a date not after to_date, " + Words.value(tool.path("to_date"));
        mistakes.add(Wording.at(at, event, expected, Words.value(tool.path("from_date"))));
      }
    }
    return mistakes;
  }

  private static boolean endsBeforeItBegins(JsonNode tool) {
    Optional<LocalDate> from = date(tool.path("from_date"));
    Optional<LocalDate> to = date(tool.path("to_date"));
    return from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
  }

  private static Optional<LocalDate> date(JsonNode text) {
    try {
      return text.isString() ? Optional.of(LocalDate.parse(text.stringValue())) : Optional.empty();
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
