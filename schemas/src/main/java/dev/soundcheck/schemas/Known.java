package dev.soundcheck.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The schema of one event, which is asked once for all events that it cannot tell apart: the same
 * few shapes come again and again, with other ids and other words. What is wrong is never
 * remembered, since each is worded for itself. Safe for use by many threads.
 */
final class Known {
  /** One that changes with each event would else be remembered without end. */
  private static final int MOST = 1000;

  private final Schema schema;
  private final Fingerprint fingerprint;
  private final Set<Long> right = ConcurrentHashMap.newKeySet();

  Known(Schema schema, TellingNames telling) {
    this.schema = schema;
    this.fingerprint = new Fingerprint(telling);
  }

  List<Error> errors(JsonNode event) {
    Long print = fingerprint.of(event);
    if (right.contains(print)) {
      return List.of();
    }
    List<Error> errors = schema.validate(event);
    if (errors.isEmpty()) {
      remember(print);
    }
    return errors;
  }

  private void remember(Long print) {
    if (right.size() >= MOST) {
      right.clear();
    }
    right.add(print);
  }
}
