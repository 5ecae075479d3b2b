package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Tells of a later connection in the time of the first: so much later. */
record Later(Watcher watcher, Supplier<Duration> by) implements Watcher {
  /** These times are right already. */
  @Override
  public void saw(Observed observed, List<Finding> findings) {
    watcher.saw(observed, findings);
  }

  @Override
  public void began(Duration at, Act turn) {
    watcher.began(at.plus(by.get()), turn);
  }

  @Override
  public void said(Duration at, Pcm sound) {
    watcher.said(at.plus(by.get()), sound);
  }

  /** These times are right already. */
  @Override
  public void played(Duration at, Pcm sound) {
    watcher.played(at, sound);
  }

  /** This time is right already. */
  @Override
  public void fellSilent(Duration at) {
    watcher.fellSilent(at);
  }

  @Override
  public void waits(Duration at, String waitsFor) {
    watcher.waits(at.plus(by.get()), waitsFor);
  }

  /** This time is right already. */
  @Override
  public void dropped(Drop drop) {
    watcher.dropped(drop);
  }

  /** These times are right already. */
  @Override
  public void unheard(Duration at, Finding finding) {
    watcher.unheard(at, finding);
  }

  @Override
  public void missed(Unmet line) {
    watcher.missed(line);
  }
}
