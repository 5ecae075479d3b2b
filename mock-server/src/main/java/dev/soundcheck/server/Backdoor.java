package dev.soundcheck.server;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.control.Controls;
import dev.soundcheck.server.store.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the control API do things to a house. */
final class Backdoor implements Controls {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int GOING_AWAY = 1001;

  private final House house;
  private final Booths booths;
  private final Rehearsed rehearsed;
  private final Optional<Journal> journal;
  private final FeatureRoot folders;

  Backdoor(
      House house,
      Booths booths,
      Rehearsed rehearsed,
      Optional<Journal> journal,
      FeatureRoot folders) {
    this.journal = journal;
    this.house = house;
    this.booths = booths;
    this.rehearsed = rehearsed;
    this.folders = folders;
  }

  @Override
  public Instant now(String test) {
    return booths.of(test).time().instant();
  }

  @Override
  public boolean virtual() {
    return house.virtual();
  }

  @Override
  public void advance(String test, Duration by) {
    house.advance(test, by);
  }

  @Override
  public Repertoire repertoire(String test) {
    return booths.repertoire(test);
  }

  @Override
  public Optional<String> folder() {
    return folders.folder().map(Path::toString);
  }

  @Override
  public Repertoire compile(Optional<String> folder, Map<String, String> texts) {
    Repertoire compiled =
        folder
            .map(path -> Repertoire.with(folders.below(path), rehearsed.vocabulary()))
            .orElseGet(() -> rehearsed.repertoire().and(texts));
    rehearsed.check(compiled);
    return compiled;
  }

  @Override
  public Program compile(String feature) {
    return Programs.of(feature, rehearsed.vocabulary()).orElseThrow();
  }

  @Override
  public void load(String test, Repertoire features) {
    booths.of(test).plays(features);
  }

  @Override
  public List<String> queued(String test) {
    return booths.of(test).queued();
  }

  @Override
  public void queue(String test, Program program) {
    booths.of(test).queue(program);
  }

  @Override
  public void clearQueue(String test) {
    booths.of(test).clearQueue();
  }

  @Override
  public boolean perform(int session, Act act) {
    return house.listening().order(session, (play, now) -> play.perform(now, act), SOON);
  }

  @Override
  public String call(
      String test,
      String scenario,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> headers)
      throws RefusedException {
    return house.desk().place(test, scenario, from, to, headers).id();
  }

  @Override
  public Optional<List<String>> journal(String test) {
    return journal.map(shared -> shared.lines(test));
  }

  @Override
  public void reset(String test, List<Integer> sessions) {
    for (int session : sessions) {
      house
          .listening()
          .order(
              session,
              (play, now) -> {
                play.close(now, GOING_AWAY, "The test was reset.");
                return true;
              },
              SOON);
    }
    booths.reset(test);
    house.forget(test);
    journal.ifPresent(shared -> shared.clear(test));
  }
}
