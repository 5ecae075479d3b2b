package dev.soundcheck.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A wire profile: one period or reading of the protocol (decisions.md, "Profiles"). A profile's
 * schemas are a stack of folders, the first that has a file wins; the last is always the base.
 */
public enum Profile {
  /** September 2026, as captured. */
  LIVE("live", List.of("live", "base"), Absent.RETRIEVAL),
  /** July 2026, as captured. */
  LIVE_2026_07("live-2026-07", List.of("live-2026-07", "base"), Absent.RETRIEVAL),
  /** December 2025; as July where nothing else is known. */
  LAUNCH("launch", List.of("launch", "live-2026-07", "base"), Absent.RETRIEVAL),
  /** What the vendor's documents say (events.yaml). */
  DOCUMENTED("documented", List.of("documented", "base"), Absent.UNDOCUMENTED),
  /** The live service as strict clients of OpenAI's protocol can read it (clients.md 9). */
  OPENAI_GA("openai-ga", List.of("openai-ga", "base"), Absent.UNKNOWN_TO_OPENAI);

  /** What some profiles do not have of all that {@link EventType} names. */
  private static final class Absent {
    /** clients.md B and 6.3. */
    static final Set<EventType> RETRIEVAL =
        Set.of(EventType.CONVERSATION_ITEM_RETRIEVE, EventType.CONVERSATION_ITEM_RETRIEVED);

    /** live-behaviour.md 8.1; events.yaml {@code not_supported_here}. */
    static final Set<EventType> UNDOCUMENTED =
        Set.of(
            EventType.PING,
            EventType.CONVERSATION_ITEM_RETRIEVE,
            EventType.CONVERSATION_ITEM_RETRIEVED);

    /** clients.md 9: outside the type unions of the strict parsers. */
    static final Set<EventType> UNKNOWN_TO_OPENAI =
        Set.of(
            EventType.PING,
            EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED,
            EventType.RESPONSE_TEXT_DELTA);

    private Absent() {}
  }

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nothing can change
  private final List<String> folders;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which nothing can change
  private final Set<EventType> absent;

  Profile(String id, List<String> folders, Set<EventType> absent) {
    this.id = id;
    this.folders = folders;
    this.absent = absent;
  }

  /** The name users write, such as {@code live-2026-07}. */
  public String id() {
    return id;
  }

  /** Schema folders, most particular first. */
  public List<String> folders() {
    return folders;
  }

  /** Whether this profile has the event at all. */
  public boolean has(EventType type) {
    return !absent.contains(type);
  }

  /** The events that this profile has, in the catalogue's order. */
  public List<EventType> events() {
    return Arrays.stream(EventType.values()).filter(this::has).toList();
  }

  /** The profile of this name. */
  public static Optional<Profile> named(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id.equals(id)).findFirst();
  }
}
