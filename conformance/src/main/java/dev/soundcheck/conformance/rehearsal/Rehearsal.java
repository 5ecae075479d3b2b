package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Take;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.Tools;
import dev.soundcheck.conformance.client.TurnsInOrder;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.play.ConnectionFinding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario played by the mock and by the client against each other.
 *
 * @param client what the client's side saw and missed
 * @param server what the server's side found
 */
public record Rehearsal(Outcome client, List<ConnectionFinding> server) {
  public Rehearsal {
    server = List.copyOf(server);
  }

  /** Plays a scenario with both roles on a free port, with real audio in real time. */
  public static Rehearsal play(Program program, ServerOptions options) {
    Mind role = new ClientRole(program, AudioFormat.DEFAULT);
    return hold(options, server -> stage(server, program, options.profile()), role);
  }

  /** One typed turn with the built-in conversation. */
  public static Outcome typed(String words) {
    SessionRequest session =
        new SessionRequest(false, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT);
    Mind turn =
        new TurnsInOrder(session.session(), List.of(Take.inTurn(new Act.Type(words))), Tools.NONE);
    return hold(ServerOptions.builder().build(), server -> Target.of(server.uri()), turn).client();
  }

  /** Where this is played: a telephone call is placed and joined, others are asked for. */
  static Target stage(MockVoiceServer server, Program program, Profile profile) {
    String chosen = "profile=" + profile.id();
    return program.call().isPresent()
        ? Target.of(URI.create(server.call(program.name()).uri() + "&" + chosen))
        : Target.of(URI.create(server.uri() + "?" + chosen)).playing(program.name());
  }

  private static Rehearsal hold(
      ServerOptions options, Function<MockVoiceServer, Target> stage, Mind mind) {
    try (MockVoiceServer server = MockVoiceServer.start(options);
        VoiceClient client = new VoiceClient()) {
      Target there = stage.apply(server);
      Manner manner = Manner.USUAL.with(options.profile());
      Outcome outcome = client.hold(there, mind, manner, Watcher.NONE).join();
      return new Rehearsal(outcome, server.findings());
    }
  }
}
