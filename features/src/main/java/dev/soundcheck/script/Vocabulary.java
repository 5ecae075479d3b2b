package dev.soundcheck.script;

import java.util.Optional;

/** Which spoken phrases a choice can be made by. */
@FunctionalInterface
public interface Vocabulary {
  /** Nobody listens, so no phrase can be told from another. */
  Vocabulary NONE =
      phrase ->
          Optional.of(
              "speech is not recognised without a listener: give --listen (in a test, listening(true) and"
                  + " the artifact soundcheck-listener), or use 'the user types', or 'the user speaks"
                  + " anything' for any speech");

  /** Of whoever only speaks: the client's role. */
  Vocabulary UNHEARD = phrase -> Optional.empty();

  /** Why this phrase cannot be told from others, and what to do; empty when it can. */
  Optional<String> objection(String phrase);
}
