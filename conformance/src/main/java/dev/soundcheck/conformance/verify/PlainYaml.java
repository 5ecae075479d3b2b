package dev.soundcheck.conformance.verify;

import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML as data only: a tag could ask for a type and an alias could blow up a small file or be
 * mistaken for a word, so both are refused.
 */
final class PlainYaml {
  /** Long enough for an hour of uncut audio; the library's own limit is three million. */
  private static final int LONGEST = 1_000_000_000;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .loadSettings(LoadSettings.builder().setCodePointLimit(LONGEST).build())
                  .build())
          .build();

  private PlainYaml() {}

  /**
   * The document in this text; missing when there is none.
   *
   * @param name what the text is called in problems
   * @throws ImportException if it is no YAML, or more than data
   */
  static JsonNode read(String name, String text) {
    try {
      refuseMoreThanData(name, text);
      JsonNode document = MAPPER.readTree(text);
      return document == null ? MissingNode.getInstance() : document;
    } catch (JacksonException broken) {
      throw new ImportException(
          "%s:%d: expected YAML, found what is none: %s"
              .formatted(name, line(broken), firstLine(broken.getOriginalMessage())));
    }
  }

  private static void refuseMoreThanData(String name, String text) {
    try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
          throw new ImportException(
              "%s:%d: expected plain YAML, found a tag, an anchor or an alias; write the value out"
                  .formatted(name, parser.currentTokenLocation().getLineNr()));
        }
      }
    }
  }

  private static int line(JacksonException broken) {
    return broken.getLocation() == null ? 1 : Math.max(1, broken.getLocation().getLineNr());
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
