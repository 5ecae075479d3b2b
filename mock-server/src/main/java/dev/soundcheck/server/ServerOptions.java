package dev.soundcheck.server;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.server.api.Webhook;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Speed;
import dev.soundcheck.server.time.Pacing;
import dev.soundcheck.server.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to be started.
 *
 * @param host the address it listens on
 * @param port the port; 0 takes a free one
 * @param tls the folder of the certificate authority and certificate, made where absent; empty for
 *     plain {@code ws://}
 * @param profile the wire profile of connections that name none
 * @param features a folder of features beside the built-in ones
 * @param scenario what connections play that name none; empty for the built-in conversation
 * @param seed where every id and every choice comes from
 * @param keys API keys that are accepted; empty accepts any key and none
 * @param messageLimit bytes of the largest message taken; a larger one closes with 1009
 * @param backlog characters that may wait for a client that reads slowly before it is dropped
 * @param journals whether what was seen is kept for {@link MockVoiceServer#takeEvent}, {@link
 *     MockVoiceServer#connections} and {@link MockVoiceServer#findings}; off for servers that run
 *     long
 * @param webhook where calls are announced; empty for calls that are placed without a word
 * @param recording what is played to every client in place of scenarios
 * @param program what connections play that name no scenario, where it is none of the features
 * @param time that of the machine, or one that stands still until it is moved
 * @param faults what goes wrong, on which share of the connections; {@link Fault#parse} reads them
 * @param controlKey what whoever uses the control API has to show; empty for this machine alone,
 *     without a key
 * @param pacing how long the mock takes for what the live service needs time for
 * @param limits how many sessions there may be, and how long they may last
 * @param patience how long a scenario waits for each line of the client; empty leaves it to the
 *     scenario, which waits two minutes
 */
public record ServerOptions(
    String host,
    int port,
    Optional<Path> tls,
    Profile profile,
    Optional<Path> features,
    Optional<String> scenario,
    long seed,
    List<String> keys,
    int messageLimit,
    int backlog,
    boolean journals,
    Optional<Webhook> webhook,
    Optional<Replay> recording,
    Optional<Program> program,
    Time time,
    List<Fault> faults,
    Pacing pacing,
    SessionLimits limits,
    Optional<String> controlKey,
    Optional<Duration> patience) {
  private static final int MEBI = 1024 * 1024;

  public ServerOptions {
    keys = List.copyOf(keys);
    faults = List.copyOf(faults);
    if (port < 0 || port > 65_535) {
      throw new ServerException(
          "The port must lie between 0 and 65535, but was %d.".formatted(port));
    }
    if (messageLimit < 1 || backlog < 1) {
      throw new ServerException(
          "Message limit (%d) and backlog (%d) must be positive.".formatted(messageLimit, backlog));
    }
    if (controlKey.filter(String::isBlank).isPresent()) {
      throw new ServerException("The control key must not be blank. Leave it out to have none.");
    }
    if (patience.filter(limit -> limit.isZero() || limit.isNegative()).isPresent()) {
      throw new ServerException("The patience must be positive, but was %s.".formatted(patience));
    }
    if (keys.stream().anyMatch(String::isBlank)) {
      throw new ServerException("A key must not be blank. Leave keys out to accept any.");
    }
  }

  /** Without the keys: they must not reach a log. */
  @Override
  public String toString() {
    return "ServerOptions[%s:%d, %s, scenario %s, seed %d, %d keys]"
        .formatted(
            host, port, profile.id(), scenario.orElse("of the conversation"), seed, keys.size());
  }

  /**
   * A recorded session to be played.
   *
   * @param policy which differences of a client are no findings
   * @param speed how much faster than recorded
   */
  public record Replay(Trace trace, Policy policy, Speed speed) {}

  /** Port 0 of 127.0.0.1, plain, profile {@code live}, any key, 16 MiB messages, seed 1. */
  public static Builder builder() {
    return new Builder();
  }

  /** The folder {@code .soundcheck/tls} of this user. */
  public static Path usualTlsFolder() {
    return Path.of(System.getProperty("user.home"), ".soundcheck", "tls");
  }

  /** Options put together one by one; what is not named keeps its default. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private Optional<Path> tls = Optional.empty();
    private Profile profile = Profile.LIVE;
    private Optional<Path> features = Optional.empty();
    private Optional<String> scenario = Optional.empty();
    private long seed = 1;
    private List<String> keys = List.of();
    private List<Fault> faults = List.of();
    private int messageLimit = 16 * MEBI;
    private int backlog = 64 * MEBI;
    private boolean journals = true;
    private Optional<Webhook> webhook = Optional.empty();
    private Optional<Replay> recording = Optional.empty();
    private Optional<Program> program = Optional.empty();
    private Time time = Time.REAL;
    private Optional<Pacing> pacing = Optional.empty();
    private Optional<String> controlKey = Optional.empty();

    private SessionLimits limits = SessionLimits.USUAL;
    private Optional<Duration> patience = Optional.empty();

    private Builder() {}

    public Builder host(String address) {
      this.host = address;
      return this;
    }

    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /** Serves {@code wss://} with the certificate of this folder, made where absent. */
    public Builder tls(Path folder) {
      this.tls = Optional.of(folder);
      return this;
    }

    public Builder profile(Profile wire) {
      this.profile = wire;
      return this;
    }

    public Builder features(Path folder) {
      this.features = Optional.of(folder);
      return this;
    }

    public Builder scenario(String name) {
      this.scenario = Optional.of(name);
      return this;
    }

    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * What goes wrong: {@code stall=5%,close=1011@3s}; docs/faults.md has all.
     *
     * @throws dev.soundcheck.script.ScriptException with every mistake
     */
    public Builder faults(String written) {
      return faults(Fault.parse(written));
    }

    public Builder faults(List<Fault> ordered) {
      this.faults = ordered;
      return this;
    }

    public Builder keys(List<String> accepted) {
      this.keys = accepted;
      return this;
    }

    public Builder messageLimit(int bytes) {
      this.messageLimit = bytes;
      return this;
    }

    public Builder backlog(int characters) {
      this.backlog = characters;
      return this;
    }

    public Builder journals(boolean kept) {
      this.journals = kept;
      return this;
    }

    /** How many sessions there may be, and how long they may last. */
    public Builder limits(SessionLimits of) {
      this.limits = of;
      return this;
    }

    /** A line of the client that does not come for so long is a finding, and ends the scenario. */
    public Builder patience(Duration limit) {
      this.patience = Optional.of(limit);
      return this;
    }

    public Builder webhook(Webhook there) {
      this.webhook = Optional.of(there);
      return this;
    }

    /** Plays the server's side of a recorded session, without its gaps; types must agree. */
    public Builder recording(Trace trace) {
      return recording(trace, Policy.TYPES, Speed.INSTANT);
    }

    /** Plays the server's side of a recorded session. */
    public Builder recording(Trace trace, Policy policy, Speed speed) {
      this.recording = Optional.of(new Replay(trace, policy, speed));
      return this;
    }

    /** Plays this to connections that name no scenario. */
    public Builder program(Program usual) {
      this.program = Optional.of(usual);
      return this;
    }

    /**
     * Plays this to connections that name no scenario.
     *
     * @param feature the text of a feature, a path that ends in {@code .feature}, or a name
     * @throws dev.soundcheck.script.ScriptException with every mistake of the text or the file
     */
    public Builder playing(String feature) {
      return Programs.of(feature).map(this::program).orElseGet(() -> scenario(feature));
    }

    /** Virtual time moves by {@link MockVoiceServer#advance} and by a scenario's pauses only. */
    public Builder time(Time kind) {
      this.time = kind;
      return this;
    }

    /** Unless it is said, as slow as the live service in real time, and instant in virtual time. */
    public Builder pacing(Pacing slowness) {
      this.pacing = Optional.of(slowness);
      return this;
    }

    /** Opens the control API to whoever shows this key, from wherever. */
    public Builder controlKey(String key) {
      this.controlKey = Optional.of(key);
      return this;
    }

    public ServerOptions build() {
      return new ServerOptions(
          host,
          port,
          tls,
          profile,
          features,
          scenario,
          seed,
          keys,
          messageLimit,
          backlog,
          journals,
          webhook,
          recording,
          program,
          time,
          faults,
          pacing.orElse(time == Time.VIRTUAL ? Pacing.INSTANT : Pacing.LIVE),
          limits,
          controlKey,
          patience);
    }
  }
}
