package dev.soundcheck.script;

import java.util.List;

/** Features that do not compile: all mistakes of all files, each as {@code file:line:col: …}. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  /** All mistakes of what was read, each in one line with its place; the message has them all. */
  public ScriptException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Each mistake in one line: where, what was expected, what was found, what is near. */
  public List<String> mistakes() {
    return mistakes;
  }
}
