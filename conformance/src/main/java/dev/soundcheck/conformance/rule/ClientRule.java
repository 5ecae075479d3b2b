package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Origin;

/** A rule about what a client says. */
public interface ClientRule extends Rule {
  @Override
  default Origin binds() {
    return Origin.CLIENT;
  }
}
