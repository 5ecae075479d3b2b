package dev.soundcheck.script;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a value of an event for the lines below.
 *
 * @param path members and indices, joined by dots
 * @param event the event's name; that of the line before until it stands among the others
 * @param name what the value is called below
 */
record RememberBeat(Line line, String path, String event, String name) implements Beat {
  private static final String OF_LINE_BEFORE = "";

  static RememberBeat ofLineBefore(Line line, String path, String name) {
    return new RememberBeat(line, path, OF_LINE_BEFORE, name);
  }

  boolean ofLineBefore() {
    return event.equals(OF_LINE_BEFORE);
  }

  RememberBeat of(String named) {
    return new RememberBeat(line, path, named, name);
  }

  @Override
  public Side side() {
    return Side.EITHER;
  }

  @Override
  public boolean byServer(Stage stage) {
    Optional<Window.Event> found = found(stage);
    if (found.isEmpty()) {
      return stage.waitsWithin(line, event);
    }
    JsonNode value = at(found.get().json());
    if (value.isMissingNode()) {
      String expected = "a value at %s of %s".formatted(path, event);
      stage.unmet(line.unmet(expected, found.get().json().toString()));
    } else {
      stage.to().filling = stage.to().filling.remembering(name, value);
    }
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }

  private Optional<Window.Event> found(Stage stage) {
    return stage
        .hearing()
        .claimed()
        .filter(claimed -> claimed.type().equals(event))
        .or(() -> stage.hearing().mark(event, stage.to().beforeEnteredAfter));
  }

  private JsonNode at(JsonNode json) {
    JsonNode found = json;
    for (String step : path.split("\\.", -1)) {
      boolean index = found.isArray() && step.matches("\\d{1,6}");
      found = index ? found.path(Integer.parseInt(step)) : found.path(step);
    }
    return found;
  }

  @Override
  public Set<String> marks() {
    return Set.of(event);
  }
}
