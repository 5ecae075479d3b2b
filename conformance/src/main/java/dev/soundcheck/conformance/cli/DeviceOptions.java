package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Loudspeaker;
import dev.soundcheck.conformance.client.OpenMicrophone;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Options of a client about the sound devices of the machine. */
@Command
final class DeviceOptions implements AutoCloseable {
  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {}

  Loudspeaker loudspeaker() {
    return Loudspeaker.NONE;
  }

  /** Present when somebody sits at a microphone, instead of turns of the command line. */
  Optional<OpenMicrophone> microphone() {
    return Optional.empty();
  }

  /** Whether somebody sits at a microphone; known before it is opened. */
  boolean somebodySpeaks() {
    return microphone().isPresent();
  }

  /** Lets the devices go. */
  @Override
  public void close() {}
}
