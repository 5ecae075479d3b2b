package dev.soundcheck.script;

/** Where in a program a role is: a value, made by the program and given back to it. */
public interface Position {}
