package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line of {@code talk} asks for, not yet checked. */
record TalkAsked(
    URI url,
    Optional<String> key,
    Optional<Path> authority,
    List<Wanted> turns,
    Optional<String> play,
    Optional<String> scenario,
    Optional<Path> features,
    Optional<Path> out,
    Optional<Path> trace,
    AudioFormat format,
    boolean manual,
    Optional<Integer> silence,
    int timeout) {
  TalkAsked {
    turns = List.copyOf(turns);
  }
}
