package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What rules read when a recording is over: what was seen, its sound left out as in a recording of
 * hashes. There is an end to it, since a recording may be larger than memory.
 */
final class Kept implements Observed.Cases<Observed> {
  /** Ours: some hours of a conversation, and less than a gigabyte. */
  static final int MOST = 500_000;

  private final List<Observed> seen = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private boolean full;

  /** The next thing seen, and the line that it stands in. */
  void see(Observed one, int line) {
    full |= seen.size() == MOST;
    if (!full) {
      seen.add(one.match(this));
      lines.add(line);
    }
  }

  /** Whether there was more. */
  boolean isFull() {
    return full;
  }

  /** The line that stands for this line of {@link #evidence}, whose lines are all of a trace. */
  int line(int number) {
    return lines.get(number - 2);
  }

  Evidence evidence(Profile profile, TraceAudio audio) {
    TraceAudio held = audio == TraceAudio.SHORTENED ? audio : TraceAudio.HASH;
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "a recording", profile, "").with(held);
    return Evidence.of(new Trace(header, seen, List.of()), profile);
  }

  @Override
  public Observed message(Observed.Message message) {
    String member =
        switch (EventType.named(message.type()).orElse(EventType.ERROR)) {
          case INPUT_AUDIO_BUFFER_APPEND -> "audio";
          case RESPONSE_OUTPUT_AUDIO_DELTA -> "delta";
          default -> "";
        };
    return decoded(message.json().path(member))
        .map(it -> without(message, member, it))
        .orElse(message);
  }

  private static Observed without(Observed.Message message, String member, byte[] sound) {
    ObjectNode rest = ((ObjectNode) message.json()).deepCopy().put(member, "");
    Map<String, AudioDigest> hashed = new HashMap<>(message.hashed());
    hashed.put("/" + member, AudioDigest.of(sound));
    return new Observed.Message(
        message.at(), message.connection(), message.from(), message.type(), rest, hashed);
  }

  /** What is no base64 stays where it is, as in a recording of hashes. */
  private static Optional<byte[]> decoded(JsonNode text) {
    try {
      byte[] sound = Base64.getDecoder().decode(text.asString(""));
      return sound.length == 0 ? Optional.empty() : Optional.of(sound);
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  @Override
  public Observed binary(Observed.Binary binary) {
    AudioDigest digest = binary.hashed().orElseGet(() -> AudioDigest.of(binary.bytes()));
    return new Observed.Binary(
        binary.at(), binary.connection(), binary.from(), new byte[0], Optional.of(digest));
  }

  @Override
  public Observed malformed(Observed.Malformed malformed) {
    return malformed;
  }

  @Override
  public Observed closed(Observed.Closed closed) {
    return closed;
  }

  @Override
  public Observed silence(Observed.Silence silence) {
    return silence;
  }
}
