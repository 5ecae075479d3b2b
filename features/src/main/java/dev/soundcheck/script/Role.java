package dev.soundcheck.script;

/** Who plays the lines; the other role's lines are waited for and checked. */
public enum Role {
  SERVER,
  CLIENT
}
