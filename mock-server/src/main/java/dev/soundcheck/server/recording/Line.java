package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import java.time.Duration;

/**
 * One thing that our side says.
 *
 * @param said as recorded
 * @param steps how many steps of the other side come before it
 * @param amount how much of the run after those steps, 0 for none
 * @param afterCause whether the gap counts from its cause, not from our line before
 * @param gap how long after that it came
 * @param turns whether sound that comes after it is counted anew
 */
record Line(
    Observed said, int steps, long amount, boolean afterCause, Duration gap, boolean turns) {}
