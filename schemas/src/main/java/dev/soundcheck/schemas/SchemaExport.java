package dev.soundcheck.schemas;

import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schema files of a profile, as one set in which every reference leads somewhere. */
public final class SchemaExport {
  private SchemaExport() {}

  /** Every schema that the profile uses, by its path, such as {@code server/ping.json}. */
  public static Map<String, JsonNode> files(Profile profile) {
    Map<String, JsonNode> files = new TreeMap<>();
    profile.events().forEach(type -> files.putAll(files(profile, type)));
    return files;
  }

  /** Whether the profile has this event in a shape that differs from the one most have. */
  public static boolean differs(Profile profile, EventType type) {
    SchemaFolders folders = new SchemaFolders(profile);
    return files(profile, type).keySet().stream()
        .flatMap(path -> folders.find(SchemaFolders.IDS + path).stream())
        .map(URL::toString)
        .anyMatch(file -> !file.contains("/base/"));
  }

  /** An event's schema and those it refers to. */
  static Map<String, JsonNode> files(Profile profile, EventType type) {
    Map<String, JsonNode> files = new TreeMap<>();
    follow(new SchemaFolders(profile), SchemaFolders.id(type), files);
    return files;
  }

  private static void follow(SchemaFolders folders, String id, Map<String, JsonNode> files) {
    JsonNode schema = folders.document(id);
    if (files.put(id.substring(SchemaFolders.IDS.length()), schema) == null) {
      references(schema)
          .forEach(to -> follow(folders, URI.create(id).resolve(to).toString(), files));
    }
  }

  private static Stream<String> references(JsonNode schema) {
    Stream<String> own =
        Stream.of(schema.path("$ref")).filter(JsonNode::isString).map(JsonNode::asString);
    return Stream.concat(own, schema.valueStream().flatMap(SchemaExport::references));
  }
}
