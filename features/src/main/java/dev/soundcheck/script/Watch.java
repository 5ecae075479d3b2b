package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.util.Optional;

/** Something that must not be sent until something else is. */
record Watch(Line line, Origin from, String forbidden, String until) {
  Optional<Unmet> brokenBy(Seen.Wire wire) {
    return breaks(wire)
        ? Optional.of(line.unmet("no " + forbidden + " before " + until, forbidden))
        : Optional.empty();
  }

  /** One finding is enough. */
  boolean goesOnAfter(Seen.Wire wire) {
    return !breaks(wire) && !wire.type().equals(until);
  }

  private boolean breaks(Seen.Wire wire) {
    return wire.from() == from && wire.type().equals(forbidden);
  }
}
