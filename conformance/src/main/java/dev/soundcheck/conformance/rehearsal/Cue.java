package dev.soundcheck.conformance.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client under test is told before it plays its part.
 *
 * @param url where to connect
 * @param scenario the name of what will be played
 * @param turns what its user says or types, turn by turn
 * @param wav the first of these as sound, PCM at 24 kHz with a silence behind it
 * @param key an API key that will be taken
 * @param authority what it has to trust, as PEM, where the mock speaks TLS
 */
public record Cue(
    URI url,
    String scenario,
    List<String> turns,
    Optional<Path> wav,
    String key,
    Optional<Path> authority) {
  public Cue {
    turns = List.copyOf(turns);
  }

  /** What stands for each {@code {place}} of a command. */
  public Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("url", url.toString());
    places.put("scenario", scenario);
    places.put("say", turns.isEmpty() ? "" : turns.get(0));
    places.put("wav", wav.map(Path::toString).orElse(""));
    places.put("key", key);
    places.put("ca", authority.map(Path::toString).orElse(""));
    return places;
  }

  /** The same as variables of the environment, and all turns, a line each. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    places()
        .forEach(
            (place, value) ->
                variables.put("SOUNDCHECK_" + place.toUpperCase(java.util.Locale.ROOT), value));
    variables.put("SOUNDCHECK_TURNS", String.join("\n", turns));
    return variables;
  }
}
