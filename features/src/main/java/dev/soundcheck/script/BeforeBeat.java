package dev.soundcheck.script;

import java.util.HashSet;
import java.util.Set;

/** What the other role does has to come before an event. */
record BeforeBeat(String type, Beat inner) implements Timing {
  @Override
  public Beat wrap(Beat other) {
    return new BeforeBeat(type, other);
  }

  @Override
  public void judge(Stage stage) {
    long met =
        stage.hearing().claimed().map(Window.Event::number).orElse(stage.hearing().number() + 1);
    boolean late =
        stage.hearing().mark(type, stage.to().met).filter(mark -> mark.number() < met).isPresent();
    if (late) {
      stage.unmet(line().unmet("this before " + type, "it after " + type));
    }
  }

  @Override
  public Set<String> marks() {
    Set<String> all = new HashSet<>(inner.marks());
    all.add(type);
    return all;
  }
}
