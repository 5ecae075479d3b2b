package dev.soundcheck.server;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is played, and what goes wrong.
 *
 * @param profile the wire profile of connections that name none
 * @param features a folder of features beside the built-in ones
 * @param scenario what connections play that name none; empty for the built-in conversation
 * @param program what connections play that name no scenario, where it is none of the features
 * @param recording what is played to every client in place of scenarios
 * @param faults what goes wrong, on which share of the connections; {@link Fault#parse} reads them
 * @param audioTimes what positions in the client's sound count; empty leaves it to the profile
 * @param patience how long a scenario waits for each line of the client; empty leaves it to the
 *     scenario, which waits two minutes
 */
record Playing(
    Profile profile,
    Optional<Path> features,
    Optional<String> scenario,
    Optional<Program> program,
    Optional<ServerOptions.Replay> recording,
    List<Fault> faults,
    Optional<AudioTimes> audioTimes,
    Optional<Duration> patience) {
  Playing {
    faults = List.copyOf(faults);
    if (patience.filter(limit -> limit.isZero() || limit.isNegative()).isPresent()) {
      throw new ServerException("The patience must be positive, but was %s.".formatted(patience));
    }
  }
}
