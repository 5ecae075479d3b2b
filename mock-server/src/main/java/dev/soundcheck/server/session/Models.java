package dev.soundcheck.server.session;

import java.util.Set;

/** The names of models (events.yaml, {@code query.model}). */
final class Models {
  private static final String ALIAS = "grok-voice-latest";
  private static final Set<String> KNOWN =
      Set.of("grok-voice-think-fast-2.0", "grok-voice-think-fast-1.0", "grok-voice-fast-1.0");

  private Models() {}

  /** The name that a session shows which asked for this one (live-behaviour.md 1.2 and 5.2). */
  static String shown(String asked, Dialect dialect) {
    if (KNOWN.contains(asked)) {
      return asked;
    }
    return switch (dialect.modelName()) {
      case RESOLVED -> dialect.defaultModel();
      case AS_ASKED -> ALIAS;
    };
  }
}
