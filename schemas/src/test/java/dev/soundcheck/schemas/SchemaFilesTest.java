package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The schema files themselves: complete, well formed, and joined without a loose end. */
class SchemaFilesTest {
  /** What our schemas may say; a misspelt keyword would allow everything without a word. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "title",
          "description",
          "type",
          "const",
          "enum",
          "required",
          "properties",
          "additionalProperties",
          "propertyNames",
          "items",
          "allOf",
          "if",
          "then",
          "else",
          "not",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "maxLength",
          "maxProperties",
          "pattern",
          "format");

  private static final Map<String, JsonNode> FILES = new TreeMap<>();

  @BeforeAll
  static void read() throws Exception {
    Path root =
        Path.of(SchemaFilesTest.class.getResource("base").toURI()).resolve("..").normalize();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(path -> isInFolder(root, path)).toList()) {
        FILES.put(root.relativize(file).toString().replace('\\', '/'), read(file));
      }
    }
  }

  /** The schema of traces stands beside the folders; it describes no event. */
  private static boolean isInFolder(Path root, Path path) {
    return path.toString().endsWith(".json") && !root.equals(path.getParent());
  }

  private static JsonNode read(Path file) throws IOException {
    return Json.mapper().readTree(Files.readString(file));
  }

  @Test
  void the_catalogue_and_the_folders_are_the_same_set() {
    Set<String> catalogue =
        Stream.of(EventType.values())
            .map(type -> SchemaFolders.id(type).substring(SchemaFolders.IDS.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> files =
        FILES.keySet().stream()
            .map(SchemaFilesTest::belowFolder)
            .filter(path -> !path.startsWith("shared/"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(files)
        .as("files below schemas/src/main/resources, and the constants of EventType")
        .isEqualTo(catalogue);
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_has_a_schema_for_each_event_that_it_has(Profile profile) {
    SchemaFolders folders = new SchemaFolders(profile);

    assertThat(EventType.values())
        .filteredOn(profile::has)
        .allSatisfy(type -> assertThat(folders.find(SchemaFolders.id(type))).isPresent());
  }

  /** decisions.md "Errors": {@code conversation.item.retrieve}; live-behaviour.md 8.1: ping. */
  @Test
  void profiles_differ_in_the_events_they_have() {
    assertThat(Profile.values())
        .filteredOn(profile -> profile.has(EventType.CONVERSATION_ITEM_RETRIEVE))
        .containsExactly(Profile.OPENAI_GA);
    assertThat(Profile.values())
        .filteredOn(profile -> profile.has(EventType.PING))
        .contains(Profile.LIVE, Profile.LIVE_2026_07, Profile.LAUNCH)
        .doesNotContain(Profile.DOCUMENTED, Profile.OPENAI_GA);
  }

  /** events.yaml: 9 client events and 39 server events. */
  @Test
  void the_base_has_every_event_that_the_vendor_lists() {
    Set<String> listed = new TreeSet<>();
    String side = "";
    for (String line : Shared.lines("protocol/events.yaml")) {
      Matcher part = Pattern.compile("(client|server)_events:").matcher(line);
      Matcher event = Pattern.compile(" {2}([a-z_.]+): .*").matcher(line);
      if (!line.startsWith(" ")) {
        side = part.matches() ? part.group(1) : "";
      } else if (!side.isEmpty() && event.matches()) {
        listed.add("base/" + side + "/" + event.group(1) + ".json");
      }
    }

    assertThat(listed).hasSize(48);
    assertThat(FILES.keySet()).containsAll(listed);
  }

  @Test
  void every_schema_keeps_the_rules_for_schemas() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    FILES.forEach((file, schema) -> assertThat(meta.validate(schema)).as(file).isEmpty());
  }

  @Test
  void every_schema_says_what_it_is_and_where_that_is_known_from() {
    FILES.forEach(
        (file, schema) -> {
          String path = belowFolder(file);
          assertThat(schema.path("$id").asString()).isEqualTo(SchemaFolders.IDS + path);
          assertThat(schema.path("title").asString()).as(file).isNotEmpty();
          assertThat(schema.path("description").asString())
              .as(file)
              .matches("[A-Z][^.]*(\\.[^ ]|[^.])* \\((events\\.yaml|[a-z-]+\\.md) ?.*\\)\\.");
        });
  }

  @Test
  void the_title_of_an_event_is_its_name() {
    FILES.forEach(
        (file, schema) -> {
          if (!belowFolder(file).startsWith("shared/")) {
            assertThat(file).endsWith("/" + schema.path("title").asString() + ".json");
          }
        });
  }

  @Test
  void schemas_use_only_keywords_that_are_known_here() {
    Set<String> strangers = new TreeSet<>();

    FILES.forEach(
        (file, schema) ->
            eachSchema(
                schema,
                (keyword, value) -> {
                  if (!KEYWORDS.contains(keyword)) {
                    strangers.add(file + " " + keyword);
                  }
                }));

    assertThat(strangers).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_reference_leads_somewhere_in_every_profile(Profile profile) {
    SchemaFolders folders = new SchemaFolders(profile);

    assertThat(reachedIn(profile))
        .allSatisfy(id -> assertThat(folders.find(id)).as(id).isPresent());
    assertThatCode(() -> new EventValidator(profile).warm()).doesNotThrowAnyException();
  }

  @Test
  void no_shared_definition_is_unused() {
    Set<String> reached =
        Stream.of(Profile.values())
            .flatMap(profile -> reachedIn(profile).stream())
            .collect(Collectors.toSet());

    assertThat(FILES.keySet())
        .allSatisfy(file -> assertThat(reached).contains(SchemaFolders.IDS + belowFolder(file)));
  }

  @Test
  void a_profile_repeats_no_file_that_it_could_inherit() {
    for (Profile profile : Profile.values()) {
      List<String> folders = profile.folders();
      FILES.keySet().stream()
          .filter(file -> file.startsWith(folders.get(0) + "/") && folders.size() > 1)
          .forEach(
              file ->
                  assertThat(FILES.get(file))
                      .as(file)
                      .isNotEqualTo(FILES.get("base/" + belowFolder(file))));
    }
  }

  private static Set<String> reachedIn(Profile profile) {
    SchemaFolders folders = new SchemaFolders(profile);
    Set<String> reached = new TreeSet<>();
    for (EventType type : EventType.values()) {
      if (profile.has(type)) {
        follow(folders, SchemaFolders.id(type), reached);
      }
    }
    return reached;
  }

  private static String belowFolder(String file) {
    return file.substring(file.indexOf('/') + 1);
  }

  private static void follow(SchemaFolders folders, String id, Set<String> reached) {
    if (reached.add(id)) {
      eachSchema(
          folders.document(id),
          (keyword, value) -> {
            if (keyword.equals("$ref")) {
              follow(folders, URI.create(id).resolve(value.asString()).toString(), reached);
            }
          });
    }
  }

  /** Shows every keyword of a schema and of the schemas in it. */
  private static void eachSchema(JsonNode schema, BiConsumer<String, JsonNode> keywords) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      keywords.accept(keyword.getKey(), keyword.getValue());
      switch (keyword.getKey()) {
        case "properties", "allOf" ->
            keyword.getValue().valueStream().forEach(inner -> eachSchema(inner, keywords));
        case "items", "if", "then", "else", "not", "additionalProperties", "propertyNames" ->
            eachSchema(keyword.getValue(), keywords);
        default -> {}
      }
    }
  }
}
