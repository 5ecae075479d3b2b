package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Observed;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How much room something that was seen takes, in bytes and roughly: what it says, and what is
 * needed to hold it. Nothing that a client can send is much larger than its weight.
 */
public final class Weight {
  private static final long USUAL = 200;
  private static final long NODE = 40;

  private Weight() {}

  public static long of(Observed seen) {
    return USUAL + seen.match(new Parts());
  }

  /** Of an event of so many bytes. */
  public static long ofText(int bytes) {
    return USUAL + bytes;
  }

  /** Of a finding. */
  public static long of(ConnectionFinding finding) {
    return USUAL + finding.message().length();
  }

  private static final class Parts implements Observed.Cases<Long> {
    @Override
    public Long message(Observed.Message message) {
      int text = message.utf8().length;
      return text > 0 ? text : ofJson(message.json());
    }

    @Override
    public Long binary(Observed.Binary binary) {
      return (long) binary.bytes().length;
    }

    @Override
    public Long malformed(Observed.Malformed malformed) {
      return (long) malformed.text().length() + malformed.why().length();
    }

    @Override
    public Long closed(Observed.Closed closed) {
      return (long) closed.reason().length();
    }

    @Override
    public Long silence(Observed.Silence silence) {
      return 0L;
    }
  }

  private static long ofJson(JsonNode json) {
    if (json.isString()) {
      return NODE + json.stringValue().length();
    }
    long weight = NODE;
    if (json.isObject()) {
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        weight += member.getKey().length() + ofJson(member.getValue());
      }
    } else {
      for (JsonNode element : json) {
        weight += ofJson(element);
      }
    }
    return weight;
  }
}
