package dev.soundcheck.script;

import dev.soundcheck.schemas.Nearest;
import java.util.Collection;
import java.util.List;

/** What a mistake adds when somebody may have meant something known. */
final class Hint {
  private Hint() {}

  /**
   * {@code , did you mean 'a'?} or {@code , did you mean 'a' or 'b'?}; nothing when none is near.
   */
  static String at(String written, Collection<String> known) {
    List<String> near = Nearest.likeliest(written, known);
    return near.isEmpty() ? "" : ", did you mean '%s'?".formatted(String.join("' or '", near));
  }
}
