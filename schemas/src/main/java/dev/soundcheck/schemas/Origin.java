package dev.soundcheck.schemas;

/** Who said something: the application, or the voice service. */
public enum Origin {
  CLIENT,
  SERVER
}
