package dev.soundcheck.server.fault;

/** What a fault strikes: events of one type, as often as was ordered. */
final class Target {
  private final String type;
  private int left;

  Target(String type, int times) {
    this.type = type;
    this.left = times;
  }

  /** Whether this one is struck; each that is counts. */
  boolean strikes(Outgoing one) {
    return one.type().equals(type) && strikes();
  }

  /** Strikes once more, if any strike is left. */
  boolean strikes() {
    return left > 0 && left-- > 0;
  }
}
