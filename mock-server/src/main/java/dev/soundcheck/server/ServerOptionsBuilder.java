package dev.soundcheck.server;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Vocabulary;
import dev.soundcheck.server.api.Webhook;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Speed;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.store.StoreAddress;
import dev.soundcheck.server.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Options put together one by one; what is not named keeps its default. */
public final class ServerOptionsBuilder {
  private String host = "127.0.0.1";
  private int port;
  private Optional<Path> tls = Optional.empty();
  private Profile profile = Profile.LIVE;
  private Optional<Path> features = Optional.empty();
  private Optional<String> scenario = Optional.empty();
  private long seed = 1;
  private List<String> keys = List.of();
  private boolean open;
  private List<Fault> faults = List.of();
  private Optional<AudioTimes> audioTimes = Optional.empty();
  private boolean journals = true;
  private Optional<Webhook> webhook = Optional.empty();
  private Optional<ServerOptions.Replay> recording = Optional.empty();
  private Optional<Program> program = Optional.empty();
  private Optional<Listener> listener = Optional.empty();
  private String playing = "";
  private Time time = Time.REAL;
  private Optional<Pacing> pacing = Optional.empty();
  private Optional<Path> voices = Optional.empty();
  private Optional<String> controlKey = Optional.empty();
  private Optional<String> secretsKey = Optional.empty();
  private Optional<StoreAddress> store = Optional.empty();
  private Optional<Judge> judge = Optional.empty();

  private Limits limits = Limits.USUAL;
  private Optional<Duration> patience = Optional.empty();

  ServerOptionsBuilder() {}

  /**
   * Where to listen. An address that others can reach needs {@link #keys}, or {@link #open}.
   *
   * @param address an address or a name of this machine
   */
  public ServerOptionsBuilder host(String address) {
    this.host = address;
    return this;
  }

  /** The port to listen on; 0, the default, for a free one. */
  public ServerOptionsBuilder port(int number) {
    this.port = number;
    return this;
  }

  /** Serves {@code wss://} with the certificate of this folder, made where absent. */
  public ServerOptionsBuilder tls(Path folder) {
    this.tls = Optional.of(folder);
    return this;
  }

  /** The wire profile of connections that ask for none; {@code live} unless it is set. */
  public ServerOptionsBuilder profile(Profile wire) {
    this.profile = wire;
    return this;
  }

  /** A folder of features beside the built-in ones, read when the server starts. */
  public ServerOptionsBuilder features(Path folder) {
    this.features = Optional.of(folder);
    return this;
  }

  /** What connections play that ask for nothing, as {@code topic/title-in-kebab-case}. */
  public ServerOptionsBuilder scenario(String name) {
    this.scenario = Optional.of(name);
    return this;
  }

  /** What ids, the sizes of pieces and chances come from; the same seed gives the same session. */
  public ServerOptionsBuilder seed(long value) {
    this.seed = value;
    return this;
  }

  /**
   * What goes wrong: {@code stall=5%,close=1011@3s}; docs/faults.md has all.
   *
   * @throws dev.soundcheck.script.ScriptException with every mistake
   */
  public ServerOptionsBuilder faults(String written) {
    return faults(Fault.parse(written));
  }

  /** What goes wrong on every connection, or on as many as each fault's chance says. */
  public ServerOptionsBuilder faults(List<Fault> ordered) {
    this.faults = ordered;
    return this;
  }

  /** What {@code audio_start_ms} and {@code audio_end_ms} count, in every profile. */
  public ServerOptionsBuilder audioTimes(AudioTimes count) {
    this.audioTimes = Optional.of(count);
    return this;
  }

  /** The API keys that are accepted; any is when there are none. */
  public ServerOptionsBuilder keys(List<String> accepted) {
    this.keys = accepted;
    return this;
  }

  /** Whether others may come in without a key, where the host lets them reach this server. */
  public ServerOptionsBuilder open(boolean toAll) {
    this.open = toAll;
    return this;
  }

  /**
   * Whether what was seen is kept in memory, for {@link MockVoiceServer#takeEvent} and its like;
   * off for servers that run long.
   */
  public ServerOptionsBuilder journals(boolean kept) {
    this.journals = kept;
    return this;
  }

  /**
   * What is taken before more is refused: {@code message=1MiB,sessions=10}; docs/limits.md has all.
   *
   * @throws ServerException with every mistake
   */
  public ServerOptionsBuilder limits(String written) {
    return limits(limits.with(written));
  }

  /** What is taken before more is refused. */
  public ServerOptionsBuilder limits(Limits all) {
    this.limits = all;
    return this;
  }

  /** A line of the client that does not come for so long is a finding, and ends the scenario. */
  public ServerOptionsBuilder patience(Duration limit) {
    this.patience = Optional.of(limit);
    return this;
  }

  /** Where incoming calls are told of. */
  public ServerOptionsBuilder webhook(Webhook there) {
    this.webhook = Optional.of(there);
    return this;
  }

  /** Plays the server's side of a recorded session, without its gaps; types must agree. */
  public ServerOptionsBuilder recording(Trace trace) {
    return recording(trace, Policy.TYPES, Speed.INSTANT);
  }

  /** Plays the server's side of a recorded session. */
  public ServerOptionsBuilder recording(Trace trace, Policy policy, Speed speed) {
    this.recording = Optional.of(new ServerOptions.Replay(trace, policy, speed));
    return this;
  }

  /** Plays this to connections that name no scenario, or that name this one. */
  public ServerOptionsBuilder program(Program usual) {
    this.program = Optional.of(usual);
    this.playing = "";
    return this;
  }

  /**
   * Plays this to connections that name no scenario.
   *
   * @param feature the text of a feature, a path that ends in {@code .feature}, or a name
   * @throws dev.soundcheck.script.ScriptException with every mistake of the text or the file
   */
  public ServerOptionsBuilder playing(String feature) {
    playing = Programs.of(feature, Vocabulary.UNHEARD).isPresent() ? feature : "";
    return playing.isEmpty() ? scenario(feature) : this;
  }

  /**
   * Listens where a scenario branches on speech, with the listener of the artifact {@code
   * soundcheck-listener}; it takes about a second to start and 200 MB.
   *
   * @throws ServerException when there is no listener on the class path
   */
  public ServerOptionsBuilder listening(boolean wanted) {
    return wanted
        ? listener(
            ServiceLoader.load(Listener.class)
                .findFirst()
                .orElseThrow(ServerOptionsBuilder::noListener))
        : this;
  }

  /** Listens with this where a scenario branches on speech. */
  public ServerOptionsBuilder listener(Listener ears) {
    this.listener = Optional.of(ears);
    return this;
  }

  /** Virtual time moves by {@link MockVoiceServer#advance} and by a scenario's pauses only. */
  public ServerOptionsBuilder time(Time kind) {
    this.time = kind;
    return this;
  }

  /** Unless it is said, as slow as the live service in real time, and instant in virtual time. */
  public ServerOptionsBuilder pacing(Pacing slowness) {
    this.pacing = Optional.of(slowness);
    return this;
  }

  /**
   * Plays the recordings of this folder in place of the synthesizer, where they have the words:
   * {@link dev.soundcheck.audio.VoiceFolder} says how files are named.
   */
  public ServerOptionsBuilder voices(Path folder) {
    this.voices = Optional.of(folder);
    return this;
  }

  /**
   * Signs client secrets with this in place of the API keys, so that all servers with the same one
   * take them.
   */
  public ServerOptionsBuilder secretsKey(String key) {
    this.secretsKey = Optional.of(key);
    return this;
  }

  /**
   * Keeps what outlives connections there, where other servers find it: conversations that can be
   * resumed, journals of tests, client secrets that were used.
   */
  public ServerOptionsBuilder store(StoreAddress there) {
    this.store = Optional.of(there);
    return this;
  }

  /** Opens the control API to whoever shows this key, from wherever. */
  public ServerOptionsBuilder controlKey(String key) {
    this.controlKey = Optional.of(key);
    return this;
  }

  /** Lets the control API and the page say what rules a session breaks. */
  public ServerOptionsBuilder judge(Judge knowing) {
    this.judge = Optional.of(knowing);
    return this;
  }

  /**
   * All of them.
   *
   * @throws dev.soundcheck.script.ScriptException when a choice by spoken words cannot be made
   */
  public ServerOptions build() {
    if (!playing.isEmpty()) {
      program = Programs.of(playing, Sounding.vocabulary(listener));
    }
    return new ServerOptions(
        new Doors(host, port, tls, keys, secretsKey, open, controlKey),
        new Playing(profile, features, scenario, program, recording, faults, audioTimes, patience),
        new Sounding(
            pacing.orElse(time == Time.VIRTUAL ? Pacing.INSTANT : Pacing.LIVE), voices, listener),
        new Keeping(time, seed, limits, journals, judge, store, webhook));
  }

  private static ServerException noListener() {
    return new ServerException(
        "There is no listener on the class path. Add the artifact dev.soundcheck:soundcheck-listener,"
            + " or give one with listener(…).");
  }
}
