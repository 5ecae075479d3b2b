package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Results of a target that means harm wherever its words stand. */
final class Hostile {
  /** Ends elements, begins others, turns the direction, moves the cursor, and has no end. */
  static final String TEXT =
      "</script><script>alert(1)</script><img src=x onerror=alert(1)>]]>&amp;\"'`${1}{{script}}<!--"
          + "\u202Eevil\u2066\u200F\u0000\u0007\u001b[31m\uD800\uFFFF\u2028\u2029";

  /** No parser of ours reads half a surrogate pair in the name of a member. */
  private static final String NAME = TEXT.replace("\uD800", "");

  private static final int MEGABYTE = 1 << 20;

  private Hostile() {}

  static Results results() {
    String name = "servers/" + TEXT;
    Where where = new Where(2, Duration.ZERO, 1, Origin.SERVER, TEXT);
    Check check =
        new Check(
            Samples.requirement("section " + TEXT, "an-id", Level.MUST, TEXT),
            Status.FAIL,
            TEXT,
            List.of(new Offence(name, new Breach(TEXT, TEXT + "x".repeat(MEGABYTE), where))),
            List.of(name));
    Check warning =
        new Check(
            Samples.requirement("section " + TEXT, "another-id", Level.SHOULD, TEXT),
            Status.FAIL,
            TEXT,
            List.of(),
            List.of());
    Held held =
        new Held(
            name,
            Status.FAIL,
            TEXT,
            Duration.ofMillis(10),
            trace(),
            List.of(new Unmet(TEXT, TEXT, TEXT, TEXT, List.of(TEXT))),
            TEXT + "y".repeat(MEGABYTE));
    return new Results(
        TEXT,
        Origin.SERVER,
        Profile.LIVE,
        TEXT,
        TEXT,
        Instant.EPOCH,
        Duration.ofMillis(10),
        false,
        List.of(held),
        List.of(check, warning));
  }

  private static Trace trace() {
    ObjectNode event = Json.mapper().createObjectNode().put("type", TEXT).put(NAME, TEXT);
    event.put("long", "z ".repeat(MEGABYTE));
    return new Trace(
        TraceHeader.of(Instant.EPOCH, TEXT, Profile.LIVE, TEXT),
        List.of(
            new Observed.Message(Duration.ZERO, 1, Origin.SERVER, TEXT, event),
            new Observed.Malformed(Duration.ZERO, 1, Origin.SERVER, TEXT, TEXT),
            new Observed.Closed(Duration.ZERO, 1, Origin.SERVER, 1000, TEXT)),
        List.of());
  }
}
