package dev.soundcheck.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The schema files of one profile: the first folder of its stack that has a file wins. */
final class SchemaFolders {
  /** What every {@code $id} begins with; the rest is the path below a profile's folder. */
  static final String IDS = "https://soundcheck.dev/schemas/";

  private final List<String> folders;
  private final Map<String, JsonNode> documents = new ConcurrentHashMap<>();

  SchemaFolders(Profile profile) {
    folders = profile.folders();
  }

  /** The {@code $id} of an event's schema. */
  static String id(EventType type) {
    String side = type.origin() == Origin.CLIENT ? "client/" : "server/";
    return IDS + side + type.wire() + ".json";
  }

  /** The file behind an {@code $id}, if it is one of ours and the stack has it. */
  Optional<URL> find(String id) {
    if (!id.startsWith(IDS)) {
      return Optional.empty();
    }
    String path = id.substring(IDS.length());
    return folders.stream()
        .flatMap(folder -> Optional.ofNullable(resource(folder + "/" + path)).stream())
        .findFirst();
  }

  /** The schema behind an {@code $id}, as JSON; a missing node when there is none. */
  JsonNode document(String id) {
    return documents.computeIfAbsent(id, this::read);
  }

  private JsonNode read(String id) {
    Optional<URL> file = find(id);
    if (file.isEmpty()) {
      return Json.mapper().missingNode();
    }
    try (InputStream in = file.get().openStream()) {
      return Json.mapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("schema " + id + " cannot be read", unreadable);
    }
  }

  @SuppressWarnings("NullAway") // a resource that is absent is null
  private static URL resource(String path) {
    return SchemaFolders.class.getResource(path);
  }
}
