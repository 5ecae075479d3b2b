package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Position;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Role;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Plays a scenario's client role. */
public final class ClientRole implements Mind {
  private final Program program;
  private final Optional<Duration> patience;
  private final AudioFormat in;
  private final AudioFormat out;
  private Position position;

  /**
   * Plays this program.
   *
   * @param format how sound goes over the wire, both ways, where the scenario does not say
   */
  public ClientRole(Program program, AudioFormat format) {
    this(program, Optional.empty(), format, format);
  }

  /**
   * The same, where lines of the server are waited for no longer than this, and sound goes to the
   * server and comes from it in formats of their own.
   */
  public ClientRole(Program program, Optional<Duration> patience, AudioFormat in, AudioFormat out) {
    this.program = program;
    this.patience = patience;
    this.in = in;
    this.out = out;
    this.position =
        patience
            .map(limit -> program.start(Role.CLIENT, limit))
            .orElseGet(() -> program.start(Role.CLIENT));
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    Move move = program.see(position, seen);
    position = move.position();
    return new Wish(
        usual() ? move.acts() : formatted(move.acts(), seen),
        move.wakeAt(),
        move.waitsFor(),
        move.unmet(),
        move.over());
  }

  @Override
  public Optional<Mind> sequel() {
    return program.sequel().map(next -> new ClientRole(next, patience, in, out));
  }

  /** A scenario that sets up no session is told of the format all the same, first of all. */
  private List<Act> formatted(List<Act> acts, Seen seen) {
    List<Act> all = new ArrayList<>();
    for (Act act : acts) {
      all.add(act instanceof Act.Configure configure ? formatted(configure.session()) : act);
    }
    if (seen instanceof Seen.Opened && acts.stream().noneMatch(Act.Configure.class::isInstance)) {
      all.add(0, formatted(Json.mapper().createObjectNode()));
    }
    return all;
  }

  private Act formatted(ObjectNode session) {
    ObjectNode copy = session.deepCopy();
    formatted(copy.withObject("/audio/input"), in);
    formatted(copy.withObject("/audio/output"), out);
    return new Act.Configure(copy);
  }

  private static void formatted(ObjectNode direction, AudioFormat format) {
    if (!direction.has("format")) {
      direction.set("format", SessionRequest.format(format));
    }
  }

  private boolean usual() {
    return in.equals(AudioFormat.DEFAULT) && out.equals(AudioFormat.DEFAULT);
  }
}
