package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import java.util.List;

/**
 * Something that went through.
 *
 * @param connection which of the proxy's, counted from 1; a trace holds one and calls it 1
 * @param observed what
 * @param size bytes of its payload
 * @param findings what the contract does not allow about it; it went through all the same
 */
public record Passed(int connection, Observed observed, int size, List<Finding> findings) {
  public Passed {
    findings = List.copyOf(findings);
  }
}
