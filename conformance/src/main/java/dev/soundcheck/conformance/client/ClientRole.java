package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Position;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Role;
import dev.soundcheck.script.Seen;
import tools.jackson.databind.node.ObjectNode;

/** Plays a scenario's client role. */
public final class ClientRole implements Mind {
  private final Program program;
  private final ObjectNode sound;
  private Position position;

  /**
   * Plays this program.
   *
   * @param sound the {@code audio} member for the session updates of the scenario that have none;
   *     empty to leave them as written
   */
  public ClientRole(Program program, ObjectNode sound) {
    this.program = program;
    this.sound = sound;
    this.position = program.start(Role.CLIENT);
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    Move move = program.see(position, seen);
    position = move.position();
    return new Wish(
        move.acts().stream().map(this::withSound).toList(),
        move.wakeAt(),
        move.waitsFor(),
        move.unmet(),
        move.over());
  }

  private Act withSound(Act act) {
    if (act instanceof Act.Configure configure
        && !sound.isEmpty()
        && !configure.session().has("audio")) {
      ObjectNode session = configure.session().deepCopy();
      session.set("audio", sound);
      return new Act.Configure(session);
    }
    return act;
  }
}
