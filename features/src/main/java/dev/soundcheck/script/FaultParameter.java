package dev.soundcheck.script;

/**
 * One argument of a fault.
 *
 * @param name what it is called in the catalogue
 * @param usual what it is when left out; empty for nothing
 */
record FaultParameter(String name, FaultArgument type, boolean optional, String usual) {
  static FaultParameter needs(String name, FaultArgument type) {
    return new FaultParameter(name, type, false, "");
  }

  static FaultParameter may(String name, FaultArgument type, String usual) {
    return new FaultParameter(name, type, true, usual);
  }
}
