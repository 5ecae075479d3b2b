package dev.soundcheck.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract of one profile as an AsyncAPI 3.0 document, told from the server's side: it receives
 * what clients send.
 */
public final class AsyncApi {
  private static final String CHANNEL = "realtime";

  private AsyncApi() {}

  /** The document; the version is the one of the program that writes it. */
  public static JsonNode document(Profile profile, String version) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("asyncapi", "3.0.0");
    document.put("id", "urn:dev:soundcheck:realtime:" + profile.id());
    document.set("info", info(profile, version));
    document.put("defaultContentType", "application/json");
    document.set("servers", AsyncApiServers.all());
    document.putObject("channels").set(CHANNEL, channel(profile));
    ObjectNode operations = document.putObject("operations");
    operations.set("receiveClientEvents", operation(profile, Origin.CLIENT, "receive"));
    operations.set("sendServerEvents", operation(profile, Origin.SERVER, "send"));
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    profile.events().forEach(type -> messages.set(type.wire(), message(profile, type)));
    components.set("schemas", schemas(profile));
    components.set("securitySchemes", AsyncApiServers.security());
    return document;
  }

  private static ObjectNode info(Profile profile, String version) {
    ObjectNode info = Json.mapper().createObjectNode();
    info.put("title", "Realtime voice, profile " + profile.id());
    info.put("version", version);
    info.put(
        "description",
        "The events of xAI's realtime voice API as Soundcheck plays and judges them. Made from its"
            + " schemas by `soundcheck schemas asyncapi`; not a document of the vendor.");
    info.putObject("contact").put("name", "Soundcheck").put("url", "https://soundcheck.dev");
    info.putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    info.putArray("tags").addObject().put("name", "voice");
    return info;
  }

  private static ObjectNode channel(Profile profile) {
    ObjectNode channel = Json.mapper().createObjectNode();
    channel.put("address", "/v1/realtime").put("title", "One conversation");
    channel.put("description", "Text frames are events; binary frames are raw audio.");
    ObjectNode messages = channel.putObject("messages");
    for (EventType type : profile.events()) {
      messages.set(type.wire(), reference("components/messages/" + type.wire()));
    }
    ObjectNode query =
        channel.putObject("bindings").putObject("ws").put("method", "GET").putObject("query");
    ObjectNode names = query.put("type", "object").putObject("properties");
    names.putObject("model").put("type", "string");
    names.putObject("conversation_id").put("type", "string");
    return channel;
  }

  private static ObjectNode operation(Profile profile, Origin from, String action) {
    ObjectNode operation = Json.mapper().createObjectNode();
    String summary = from == Origin.CLIENT ? "What clients send." : "What the service sends.";
    operation.put("action", action).put("summary", summary);
    operation.set("channel", reference("channels/" + CHANNEL));
    ArrayNode messages = operation.putArray("messages");
    profile.events().stream()
        .filter(type -> type.origin() == from)
        .forEach(
            type -> messages.add(reference("channels/" + CHANNEL + "/messages/" + type.wire())));
    return operation;
  }

  private static ObjectNode message(Profile profile, EventType type) {
    EventGuide guide = EventGuide.of(profile, type);
    ObjectNode message = Json.mapper().createObjectNode();
    message.put("name", type.wire()).put("title", type.wire());
    message.put("summary", guide.description());
    message.putArray("tags").addObject().put("name", type.origin().name().toLowerCase(Locale.ROOT));
    message.set("payload", reference("components/schemas/" + name(eventPath(type))));
    ArrayNode examples = message.putArray("examples");
    examples.addObject().put("name", "minimal").set("payload", guide.minimal());
    examples.addObject().put("name", "usual").set("payload", guide.usual());
    return message;
  }

  private static ObjectNode schemas(Profile profile) {
    ObjectNode schemas = Json.mapper().createObjectNode();
    SchemaExport.files(profile).forEach((path, schema) -> schemas.set(name(path), bundled(schema)));
    return schemas;
  }

  /**
   * The schema as AsyncAPI has them, a superset of draft 7: without ids, and with nothing beside a
   * reference, since it would be passed over there.
   */
  private static JsonNode bundled(JsonNode schema) {
    if (schema instanceof ArrayNode list) {
      ArrayNode copy = Json.mapper().createArrayNode();
      list.forEach(element -> copy.add(bundled(element)));
      return copy;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode copy = Json.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!List.of("$schema", "$id", "$ref").contains(keyword.getKey())) {
        copy.set(keyword.getKey(), bundled(keyword.getValue()));
      }
    }
    if (!schema.path("$ref").isString()) {
      return copy;
    }
    String to = schema.path("$ref").stringValue().replaceFirst("^(\\.\\./)?(shared/)?", "shared/");
    JsonNode target = reference("components/schemas/" + name(to));
    if (!copy.isEmpty()) {
      copy.withArray("allOf").add(target);
    }
    return copy.isEmpty() ? target : copy;
  }

  private static String eventPath(EventType type) {
    return SchemaFolders.id(type).substring(SchemaFolders.IDS.length());
  }

  /** Names in AsyncAPI may have no slash. */
  private static String name(String path) {
    return path.replaceFirst("\\.json$", "").replace('/', '-');
  }

  private static ObjectNode reference(String to) {
    return Json.mapper().createObjectNode().put("$ref", "#/" + to);
  }
}
