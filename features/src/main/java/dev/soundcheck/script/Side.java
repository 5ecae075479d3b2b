package dev.soundcheck.script;

/** Whose line a phrase is: the other side waits for it and checks it. */
enum Side {
  /** How the session is set up: the client configures, the server checks. */
  SESSION("session"),
  CLIENT("client"),
  SERVER("server"),
  /** Whoever has the next line. */
  EITHER("either");

  private final String shown;

  Side(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }
}
