package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;

/** Things seen on a connection, as those of the only connection there is. */
final class Alone implements Observed.Cases<Observed> {
  private static final int ONLY = 1;

  @Override
  public Observed message(Observed.Message one) {
    return new Observed.Message(one.at(), ONLY, one.from(), one.type(), one.json(), one.hashed());
  }

  @Override
  public Observed binary(Observed.Binary one) {
    return new Observed.Binary(one.at(), ONLY, one.from(), one.bytes(), one.hashed());
  }

  @Override
  public Observed malformed(Observed.Malformed one) {
    return new Observed.Malformed(one.at(), ONLY, one.from(), one.text(), one.why());
  }

  @Override
  public Observed closed(Observed.Closed one) {
    return new Observed.Closed(one.at(), ONLY, one.from(), one.code(), one.reason());
  }

  @Override
  public Observed silence(Observed.Silence one) {
    return new Observed.Silence(one.at(), ONLY, one.lasted());
  }
}
