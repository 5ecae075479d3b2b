package dev.soundcheck.script;

/** Turns of a client in words. */
final class Turns {
  private Turns() {}

  static String shown(Turn turn) {
    return switch (turn.kind()) {
      case TYPED -> "\"%s\" typed".formatted(turn.words());
      case SPOKEN -> "%s s of speech".formatted(Filling.seconds(turn.spoken()));
      case TOOLS ->
          "results of " + turn.outputs().stream().map(Turn.ToolOutput::tool).distinct().toList();
      case NUDGED -> "response.create with nothing said";
    };
  }
}
