package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.VirtualLine;
import dev.soundcheck.conformance.selftest.Habit;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import java.time.Duration;

/** A scenario played by both roles in virtual time: the same code, without a socket between. */
final class VirtualRehearsal {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private VirtualRehearsal() {}

  /** Whether there is nothing about it that takes a socket: a door, a call, a fault of the line. */
  static boolean plays(Program program) {
    return program.faults().isEmpty() && program.call().isEmpty();
  }

  /** What both sides made of it. */
  static Rehearsal play(Program program, Profile profile) {
    try (VirtualLine line = new VirtualLine(program, profile, Origin.CLIENT, () -> Habit.NONE)) {
      Mind role = new ClientRole(program, AudioFormat.DEFAULT);
      Outcome outcome =
          line.hold(role, Manner.USUAL.with(profile), LIMIT)
              .orElseThrow(
                  () -> new AssertionError(program.name() + " was not over after " + LIMIT));
      return new Rehearsal(outcome, line.findings());
    }
  }
}
