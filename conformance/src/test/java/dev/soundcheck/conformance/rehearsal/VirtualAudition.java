package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.VirtualLine;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.selftest.Habit;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One scenario, played by our mock to our client, which has a habit, in virtual time. */
public final class VirtualAudition {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Instant EPOCH = Instant.ofEpochSecond(1_800_000_000);

  private VirtualAudition() {}

  /** Plays it; returns what the server saw of it. */
  public static Held play(Program program, Profile profile, Supplier<Habit> habit) {
    Mind role = new ClientRole(program, AudioFormat.DEFAULT);
    return play(program, role, Manner.USUAL.with(profile), habit);
  }

  /** The same with a client of another mind or manner. */
  public static Held play(Program program, Mind mind, Manner manner, Supplier<Habit> habit) {
    Performance performance = new Performance(program);
    Profile profile = manner.profile();
    try (VirtualLine line = new VirtualLine(performance.watched(), profile, Origin.CLIENT, habit)) {
      var unused = line.hold(mind, manner, LIMIT);
      String why = "";
      if (!performance.unmet().isEmpty()) {
        why = "not met: " + performance.unmet().get(0).message();
      } else if (!performance.over().isDone()) {
        why = "the scenario waited for " + performance.waitsFor();
      }
      return new Held(
          program.name(),
          why.isEmpty() ? Status.PASS : Status.FAIL,
          why,
          LIMIT,
          trace(line, profile),
          performance.unmet(),
          "");
    }
  }

  private static Trace trace(VirtualLine line, Profile profile) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < line.openings().size(); i++) {
      int number = i + 1;
      List<Observed> own = line.seen().stream().filter(one -> one.connection() == number).toList();
      traces.add(new Trace(header(profile, EPOCH.plus(line.openings().get(i))), own, List.of()));
    }
    return JoinedTraces.of(header(profile, EPOCH), traces);
  }

  private static TraceHeader header(Profile profile, Instant startedAt) {
    return TraceHeader.of(startedAt, "the mock server", profile, "test");
  }
}
