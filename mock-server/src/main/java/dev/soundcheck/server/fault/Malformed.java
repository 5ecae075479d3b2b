package dev.soundcheck.server.fault;

import java.util.List;

/** The text of an event breaks off in the middle. */
record Malformed() implements Change {
  @Override
  public List<Outgoing> of(Outgoing.Event event) {
    String text = event.json().toString();
    return List.of(
        new Outgoing.Broken(
            text.substring(0, text.length() / 2),
            "%s was cut in the middle by a fault".formatted(event.type())));
  }
}
