package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.script.Excerpt;

/**
 * A server that does as it likes. It is told the name of the scenario all the same ({@code
 * ?scenario=}), because it may be a mock whose control API is closed to us.
 */
record AnyServer(Target target) implements Venue {
  @Override
  public boolean obeys() {
    return false;
  }

  @Override
  public Target stage(Excerpt.Part part) {
    return target.playing(part.name());
  }
}
