package dev.soundcheck.server;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Speed;
import java.nio.file.Path;

/** How a server is to be started; put together with {@link #builder()}. */
public final class ServerOptions {
  private final Doors doors;
  private final Playing playing;
  private final Sounding sounding;
  private final Keeping keeping;

  ServerOptions(Doors doors, Playing playing, Sounding sounding, Keeping keeping) {
    this.doors = doors;
    this.playing = playing;
    this.sounding = sounding;
    this.keeping = keeping;
  }

  /**
   * Port 0 of 127.0.0.1, plain, profile {@code live}, the built-in conversation at the pace of the
   * live service, any key, messages up to 16 MiB, seed 1, with journals.
   */
  public static ServerOptionsBuilder builder() {
    return new ServerOptionsBuilder();
  }

  /** The folder {@code .soundcheck/tls} of this user. */
  public static Path usualTlsFolder() {
    return Path.of(System.getProperty("user.home"), ".soundcheck", "tls");
  }

  /** The wire profile of connections that name none. */
  public Profile profile() {
    return playing.profile();
  }

  Doors doors() {
    return doors;
  }

  Playing playing() {
    return playing;
  }

  Sounding sounding() {
    return sounding;
  }

  Keeping keeping() {
    return keeping;
  }

  /** Without the keys: they must not reach a log. */
  @Override
  public String toString() {
    return "ServerOptions[%s, %s, scenario %s, seed %d]"
        .formatted(
            doors,
            profile().id(),
            playing.scenario().orElse("of the conversation"),
            keeping.seed());
  }

  /**
   * A recorded session to be played.
   *
   * @param policy which differences of a client are no findings
   * @param speed how much faster than recorded
   */
  record Replay(Trace trace, Policy policy, Speed speed) {}
}
