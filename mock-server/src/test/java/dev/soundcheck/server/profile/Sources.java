package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which source a profile's contract for an event names, and those of what it is made of. */
final class Sources {
  private static final Pattern SOURCE = Pattern.compile("\\(([^()]*)\\)\\.$");
  private static final String ROOT = "/dev/soundcheck/schemas/";

  private Sources() {}

  static String of(Profile profile, EventType type) {
    Set<String> sources = new LinkedHashSet<>();
    collect(profile, "server/" + type.wire() + ".json", sources, new LinkedHashSet<>());
    return sources.stream().collect(Collectors.joining("; "));
  }

  private static void collect(Profile profile, String path, Set<String> sources, Set<String> seen) {
    if (!seen.add(path)) {
      return;
    }
    JsonNode schema = read(profile, path);
    Matcher source = SOURCE.matcher(schema.path("description").asString(""));
    if (source.find()) {
      for (String one : source.group(1).split(", (?=[a-z-]+\\.(md|yaml))", -1)) {
        sources.add(one);
      }
    }
    schema
        .findValuesAsString("$ref")
        .forEach(ref -> collect(profile, "shared/" + fileOf(ref), sources, seen));
  }

  private static String fileOf(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static JsonNode read(Profile profile, String path) {
    for (String folder : profile.folders()) {
      try (InputStream in = Profile.class.getResourceAsStream(ROOT + folder + "/" + path)) {
        if (in != null) {
          return JsonMapper.shared().readTree(in);
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    throw new IllegalArgumentException("no schema " + path + " for " + profile.id());
  }
}
