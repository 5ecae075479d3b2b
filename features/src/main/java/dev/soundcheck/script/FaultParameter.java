package dev.soundcheck.script;

/**
 * One argument of a fault.
 *
 * @param name what it is called in the catalogue
 * @param usual what it is when left out; empty for nothing
 * @param example what it is where the phrase is shown
 */
record FaultParameter(
    String name, FaultArgument type, boolean optional, String usual, String example) {
  static FaultParameter needs(String name, FaultArgument type, String example) {
    return new FaultParameter(name, type, false, "", example);
  }

  static FaultParameter may(String name, FaultArgument type, String usual) {
    return new FaultParameter(name, type, true, usual, usual);
  }
}
