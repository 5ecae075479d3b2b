package dev.soundcheck.server.api;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Program;
import java.util.List;
import java.util.Optional;

/**
 * A client that may open a socket.
 *
 * @param test the id of the test it belongs to; empty when it named none
 * @param owner whose it is: tells API keys apart without showing one; a client secret is its key's
 * @param program what is played to it
 * @param profile the wire profile it is spoken to in
 * @param model the model it asked for; empty when it named none
 * @param conversation the conversation it wants to resume; empty when it names none
 * @param call the telephone call it joined; empty when it came by itself
 * @param subprotocol the one of those it offered that is answered; empty when it offered none
 * @param faults what goes wrong on its connection, from the opening on
 */
public record Admission(
    String test,
    String owner,
    Program program,
    Profile profile,
    String model,
    Optional<String> conversation,
    Optional<Call> call,
    Optional<String> subprotocol,
    List<Fault> faults) {
  public Admission {
    faults = List.copyOf(faults);
  }
}
