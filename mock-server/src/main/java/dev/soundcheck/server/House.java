package dev.soundcheck.server;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.audio.VoiceFolder;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.Vocabulary;
import dev.soundcheck.server.api.Call;
import dev.soundcheck.server.api.CallDesk;
import dev.soundcheck.server.api.Casting;
import dev.soundcheck.server.api.Front;
import dev.soundcheck.server.api.Keyring;
import dev.soundcheck.server.api.Mishaps;
import dev.soundcheck.server.api.Route;
import dev.soundcheck.server.control.ControlApi;
import dev.soundcheck.server.courier.HttpCourier;
import dev.soundcheck.server.jetty.Binding;
import dev.soundcheck.server.jetty.Company;
import dev.soundcheck.server.jetty.Identity;
import dev.soundcheck.server.jetty.Listening;
import dev.soundcheck.server.jetty.TlsFolder;
import dev.soundcheck.server.page.PageFiles;
import dev.soundcheck.server.store.Chronicle;
import dev.soundcheck.server.store.Store;
import dev.soundcheck.server.time.RealTime;
import dev.soundcheck.server.time.Time;
import dev.soundcheck.server.time.VirtualTime;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All parts of one server, put together and running. */
final class House implements AutoCloseable {
  /** How long moving time waits for what is due to be played. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final ServerOptions options;
  private final RealTime real = new RealTime(InstantSource.system());
  private final Rehearsed rehearsed;
  private final Store store;
  private final Booths booths;
  private final JournalShelf journals;
  private final ControlApi control;
  private final CallDesk desk;
  private final Optional<Identity> identity;
  private final Listening listening;

  private House(ServerOptions options, List<ServerListener> listeners) {
    this.options = options;
    InetAddress address = options.doors().address();
    rehearsed = new Rehearsed(options);
    store = Stores.of(options);
    booths =
        new Booths(
            () -> options.keeping().time() == Time.VIRTUAL ? new VirtualTime() : real,
            store,
            rehearsed::repertoire,
            rehearsed::usual);
    journals = new JournalShelf(this::instant, options.keeping().limits());
    control = control();
    Audience audience = new Audience(everybody(listeners));
    Company company = company(audience);
    Casting casting = new Casting(booths, options.profile());
    desk =
        new CallDesk(
            casting,
            this::instant,
            seed(),
            options.keeping().webhook(),
            new HttpCourier(),
            audience::announced);
    identity = options.doors().tls().map(folder -> new TlsFolder(folder, real::instant).identity());
    Front front = front(casting);
    listening =
        Listening.start(
            new Binding(options.doors().host(), address, options.doors().port(), identity),
            options.keeping().limits(),
            real,
            options.sounding().listener(),
            () -> ready(front),
            company);
  }

  /**
   * Opens; from now on clients are let in.
   *
   * @throws ServerException when it cannot listen or the scenario is unknown
   * @throws dev.soundcheck.script.ScriptException with every mistake of the features
   */
  static House open(ServerOptions options, List<ServerListener> listeners) {
    House house = new House(options, listeners);
    boolean ready = false;
    try {
      house.rehearsed.repertoire();
      house.rehearsed.clearThroat();
      ready = true;
      return house;
    } finally {
      if (!ready) {
        house.close();
      }
    }
  }

  private ControlApi control() {
    FeatureRoot folders = new FeatureRoot(options.playing().features());
    return new ControlApi(
        new Backdoor(this, booths, rehearsed, store.journal(), folders),
        options.doors().controlKey(),
        version(),
        options.keeping().limits(),
        options.keeping().judge());
  }

  /** Those who remember come first, so that whoever is told can ask them. */
  private List<ServerListener> everybody(List<ServerListener> listeners) {
    List<ServerListener> all = new ArrayList<>();
    if (options.keeping().journals()) {
      all.add(journals);
    }
    all.addAll(control.listeners());
    store
        .journal()
        .ifPresent(shared -> all.add(new Chronicle(shared, store.salt(), this::instant)));
    all.addAll(listeners.isEmpty() ? List.of(new Remarks()) : listeners);
    return all;
  }

  private static String version() {
    return "soundcheck "
        + Optional.ofNullable(House.class.getPackage().getImplementationVersion())
            .orElse("development");
  }

  private Company company(Audience audience) {
    return options
        .playing()
        .recording()
        .<Company>map(replay -> new Projection(replay, options.keeping().seed(), booths, audience))
        .orElseGet(() -> new Theatre(options, seed(), voice(audience), booths, audience));
  }

  /** The synthesizer, or recordings with the synthesizer for what is not recorded. */
  private Voice voice(Audience audience) {
    try {
      return options
          .sounding()
          .voices()
          .<Voice>map(
              folder -> VoiceFolder.open(folder, SpokenVoice.embedded(), audience::remarked))
          .orElseGet(SpokenVoice::embedded);
    } catch (AudioException noFolder) {
      throw new ServerException("Voices: %s.".formatted(noFolder.getMessage()), noFolder);
    }
  }

  private Front front(Casting casting) {
    Doors doors = options.doors();
    Keyring keyring =
        new Keyring(doors.keys(), doors.secretsKey(), this::instant, random(), store::use);
    Mishaps mishaps = new Mishaps(options.playing().faults(), options.keeping().seed());
    return new Front(keyring, casting, desk, mishaps, neighbours());
  }

  private long seed() {
    return options.keeping().seed() + store.salt();
  }

  private Instant instant(String test) {
    return booths.of(test).time().instant();
  }

  /** What can be asked for beside the socket and its client secrets. */
  private List<Route> neighbours() {
    return Stream.of(control.routes(), control.pages(PageFiles.routes()))
        .flatMap(List::stream)
        .toList();
  }

  /** Where time is virtual two runs are equal, so secrets are too. */
  private RandomGenerator random() {
    return options.keeping().time() == Time.VIRTUAL
        ? new SplittableRandom(options.keeping().seed())
        : new SecureRandom();
  }

  private Front ready(Front front) {
    rehearsed.repertoire();
    return front;
  }

  Optional<Path> authority() {
    return identity.map(Identity::authority);
  }

  int port() {
    return listening.port();
  }

  Listening listening() {
    return listening;
  }

  boolean virtual() {
    return options.keeping().time() == Time.VIRTUAL;
  }

  /** A test begins anew with empty journals. */
  void forget(String test) {
    journals.reset(test);
  }

  /**
   * Places a call.
   *
   * @param feature a scenario's name, a path or text
   * @param socket where clients connect
   * @throws ServerException when there is no scenario of this name
   */
  PlacedCall call(String test, String feature, URI socket) {
    Call call =
        desk.place(
            test,
            Programs.of(feature, rehearsed.vocabulary()).orElseGet(() -> named(test, feature)));
    return new PlacedCall(call.id(), URI.create(socket + "?call_id=" + call.id()));
  }

  /** What scenarios can have told apart by speech. */
  Vocabulary vocabulary() {
    return rehearsed.vocabulary();
  }

  /** The scenario of this name among those of a test. */
  Program named(String test, String name) {
    Repertoire repertoire = booths.repertoire(test);
    return repertoire
        .named(name)
        .orElseThrow(() -> new ServerException(repertoire.noneNamed(name)));
  }

  /** Where telephone calls come in. */
  CallDesk desk() {
    return desk;
  }

  Booths booths() {
    return booths;
  }

  JournalShelf journals() {
    if (!options.keeping().journals()) {
      throw new ServerException("This server keeps no journals. Start it with journals(true).");
    }
    return journals;
  }

  /**
   * Moves the virtual time of a test.
   *
   * @throws ServerException in real time, or backwards
   */
  void advance(String test, Duration by) {
    if (by.isNegative()) {
      throw new ServerException("Time moves forwards only, but %s was asked for.".formatted(by));
    }
    if (!(booths.of(test).time() instanceof VirtualTime moved)) {
      throw new ServerException(
          "This server lives in real time. Start it with time(Time.VIRTUAL) to move time by hand.");
    }
    listening.settle(SETTLED);
    moved.advance(by);
    listening.settle(SETTLED);
  }

  @Override
  public void close() {
    listening.close();
    store.close();
  }
}
