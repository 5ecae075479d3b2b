package dev.soundcheck.schemas;

import com.networknt.schema.Error;
import dev.soundcheck.schemas.Finding.Kind;
import dev.soundcheck.schemas.Wording.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Holds events against the contract of one profile. Safe for use by many threads. Each event's
 * schema is compiled at its first use, or all of them by {@link #warm}.
 */
public final class EventValidator {
  private static final Map<Profile, EventValidator> ALL = new ConcurrentHashMap<>();

  private final Profile profile;
  private final SchemaFolders folders;
  private final ProfileSchemas schemas;
  private final Wording wording;
  private final Map<EventType, Known> known = new ConcurrentHashMap<>();

  EventValidator(Profile profile) {
    this.profile = profile;
    folders = new SchemaFolders(profile);
    schemas = new ProfileSchemas(folders);
    wording = new Wording(folders);
  }

  /** The validator of a profile; made once and shared. */
  public static EventValidator of(Profile profile) {
    return ALL.computeIfAbsent(profile, EventValidator::new);
  }

  /** Compiles what is not compiled yet, on the caller's thread; takes some tenths of a second. */
  public EventValidator warm() {
    Arrays.stream(EventType.values()).filter(profile::has).forEach(schemas::of);
    return this;
  }

  /**
   * Everything the contract does not allow in this event, in document order; empty when it is fine.
   *
   * @param origin who said it
   * @param event the event as parsed
   */
  public List<Finding> validate(Origin origin, JsonNode event) {
    JsonNode name = event.path("type");
    if (!event.isObject() || !name.isString()) {
      return List.of(malformed(event, name));
    }
    Optional<EventType> type = EventType.named(name.stringValue());
    if (type.isEmpty() || type.get().origin() != origin || !profile.has(type.get())) {
      return List.of(unknown(origin, name.stringValue(), type));
    }
    return mistakes(type.get(), event);
  }

  /**
   * What the contract knows of this event: a copy without its unknown members, or the event itself
   * when it has none or is no event of this profile.
   */
  public JsonNode known(JsonNode event) {
    List<Place> strange =
        EventType.named(event.path("type").asString("")).filter(profile::has).stream()
            .flatMap(type -> located(type, event).stream())
            .filter(one -> one.finding().kind() == Kind.UNKNOWN_MEMBER)
            .map(Located::place)
            .toList();
    if (strange.isEmpty()) {
      return event;
    }
    JsonNode copy = event.deepCopy();
    strange.forEach(place -> place.removeFrom(copy));
    return copy;
  }

  private List<Finding> mistakes(EventType type, JsonNode event) {
    List<Located> all = located(type, event);
    return all.isEmpty() ? List.of() : Findings.inOrder(all, event);
  }

  private List<Located> located(EventType type, JsonNode event) {
    List<Error> errors = known.computeIfAbsent(type, this::known).errors(event);
    List<Located> beyond =
        type == EventType.SESSION_UPDATE ? SearchDates.outOfOrder(event) : List.of();
    List<Located> all = new ArrayList<>(errors.size() + beyond.size());
    errors.forEach(error -> all.add(wording.located(error, event)));
    all.addAll(beyond);
    return all;
  }

  private Known known(EventType type) {
    return new Known(schemas.of(type), TellingNames.of(folders, SchemaFolders.id(type)));
  }

  private static Finding malformed(JsonNode event, JsonNode name) {
    return event.isObject()
        ? new Finding(Kind.MALFORMED, "", "$.type", "a string", Words.kind(name))
        : new Finding(Kind.MALFORMED, "", "$", "an object", Words.kind(event));
  }

  private Finding unknown(Origin origin, String name, Optional<EventType> meant) {
    boolean client = origin == Origin.CLIENT;
    List<String> known =
        Arrays.stream(EventType.values())
            .filter(type -> type.origin() == origin && profile.has(type))
            .map(EventType::wire)
            .toList();
    String expected =
        "an event that a %s sends, the nearest is \"%s\""
            .formatted(client ? "client" : "server", Nearest.of(name, known));
    String why = meant.map(type -> misplaced(type, origin)).orElse("");
    return new Finding(Kind.UNKNOWN_EVENT, name, "$.type", expected, Words.quoted(name) + why);
  }

  private String misplaced(EventType type, Origin origin) {
    if (type.origin() == origin) {
      return ", which the profile %s does not have".formatted(profile.id());
    }
    return ", which only a %s sends".formatted(origin == Origin.CLIENT ? "server" : "client");
  }
}
