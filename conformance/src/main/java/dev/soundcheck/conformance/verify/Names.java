package dev.soundcheck.conformance.verify;

import java.util.HashMap;
import java.util.Map;

/** Which name in one recording stands for which in the other, one for one. */
final class Names {
  private final Map<String, String> toRight = new HashMap<>();
  private final Map<String, String> toLeft = new HashMap<>();

  /** Whether the two are names of one thing; names never met before become so. */
  boolean same(String left, String right) {
    String known = toRight.putIfAbsent(left, right);
    String back = toLeft.putIfAbsent(right, left);
    return (known == null || known.equals(right)) && (back == null || back.equals(left));
  }
}
