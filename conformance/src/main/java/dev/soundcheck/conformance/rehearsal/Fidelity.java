package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.conformance.verify.Comparison;
import dev.soundcheck.conformance.verify.Tolerances;
import dev.soundcheck.conformance.verify.TraceDiff;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.play.ConnectionFinding;
import java.util.List;
import java.util.Set;

/**
 * How much of a recorded server the mock is like: before the recorded client, with the recorded
 * words, calls and decisions about speech, it has to say the same events in the same order
 * (decisions.md, last section).
 *
 * @param comparison frame by frame, the recording first
 * @param findings what the mock found wrong with either side
 */
public record Fidelity(Comparison comparison, List<ConnectionFinding> findings) {
  public Fidelity {
    findings = List.copyOf(findings);
  }

  /** Plays the recording to the mock, all its connections, in virtual time. */
  public static Fidelity of(Trace recorded, Tolerances tolerances) {
    Reenactment reenactment = Reenactment.of(recorded);
    Comparison comparison =
        TraceDiff.of(
            withoutEnds(recorded),
            withoutEnds(reenactment.trace()),
            tolerances.comparingWords(),
            Set.of(Origin.SERVER));
    return new Fidelity(comparison, reenactment.findings());
  }

  /** Who ended a connection, and why, is nothing that the mock decides here. */
  private static Trace withoutEnds(Trace trace) {
    List<Observed> seen =
        trace.seen().stream().filter(one -> !(one instanceof Observed.Closed)).toList();
    return new Trace(trace.header(), seen, trace.notes());
  }
}
