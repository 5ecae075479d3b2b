package dev.soundcheck.script;

/** Numbers for labels, each once in a feature. */
final class Labels {
  private int last;

  int next() {
    return ++last;
  }
}
