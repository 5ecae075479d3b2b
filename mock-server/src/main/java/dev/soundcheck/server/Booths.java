package dev.soundcheck.server;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.api.Playbill;
import dev.soundcheck.server.store.Store;
import dev.soundcheck.server.time.Timepiece;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A booth for each test, made when it is first asked for. Safe for use by many threads. */
final class Booths implements Playbill {
  /** A server that runs for weeks must not remember every test. */
  private static final int MOST = 1000;

  private static final String NO_TEST = "";

  private final Map<String, Booth> booths = new LinkedHashMap<>(16, 0.75f, true);
  private final Supplier<Timepiece> times;
  private final Store store;
  private final Supplier<Repertoire> common;
  private final Function<Repertoire, Program> usual;

  /**
   * No booths yet.
   *
   * @param times gives each its time
   * @param store keeps what outlives connections
   * @param common what is played where a test has no features of its own; may block
   * @param usual what of it is played to clients that name nothing
   */
  Booths(
      Supplier<Timepiece> times,
      Store store,
      Supplier<Repertoire> common,
      Function<Repertoire, Program> usual) {
    this.times = times;
    this.store = store;
    this.common = common;
    this.usual = usual;
  }

  /** The booth that was not asked for longest makes room, but never that of no test. */
  Booth of(String test) {
    synchronized (booths) {
      Booth booth = booths.computeIfAbsent(test, id -> new Booth(id, times.get(), store.shelf(id)));
      if (booths.size() > MOST) {
        booths.keySet().stream()
            .filter(id -> !id.equals(NO_TEST))
            .findFirst()
            .ifPresent(booths::remove);
      }
      return booth;
    }
  }

  /** The next client of this test finds everything as if the server had just started. */
  void reset(String test) {
    synchronized (booths) {
      booths.remove(test);
    }
  }

  @Override
  public Repertoire repertoire(String test) {
    return of(test).own().or(() -> of(NO_TEST).own()).orElseGet(common);
  }

  @Override
  public Optional<Program> next(String test) {
    return of(test).next();
  }

  @Override
  public void comesBack(String test, String conversation) {
    Booth booth = of(test);
    booth.shelf().fetch(conversation, booth.time().instant());
  }

  @Override
  public Optional<Program> sequel(String test, String conversation) {
    return of(test).sequels().of(conversation, repertoire(test));
  }

  @Override
  public Program usual(String test) {
    return usual.apply(repertoire(test));
  }
}
