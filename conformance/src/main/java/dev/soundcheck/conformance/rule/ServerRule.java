package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Origin;

/** A rule about what a server says. */
public interface ServerRule extends Rule {
  @Override
  default Origin binds() {
    return Origin.SERVER;
  }
}
