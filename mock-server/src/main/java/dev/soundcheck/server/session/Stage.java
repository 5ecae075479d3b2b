package dev.soundcheck.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the parts of a session share: its time, its configuration, its items, and its mouth. */
final class Stage {
  private final Setup setup;
  private final Agenda agenda = new Agenda();
  private final ItemLog log = new ItemLog();
  private List<Output> out = new ArrayList<>();
  private final Deque<Runnable> first = new ArrayDeque<>();
  private Configuration configuration;
  private final Resumption resumption;
  private @Nullable Consumer<Optional<Intent.Answer>> question;
  private @Nullable Consumer<String> hearing;

  Stage(Setup setup, UsageMeter meter) {
    this.setup = setup;
    this.resumption = new Resumption(this, meter);
    this.configuration = Configuration.initial(Models.shown(setup.model(), setup.dialect()));
  }

  Setup setup() {
    return setup;
  }

  Dialect dialect() {
    return setup.dialect();
  }

  Pace pace() {
    return setup.pace();
  }

  Ids ids() {
    return setup.ids();
  }

  Agenda agenda() {
    return agenda;
  }

  ItemLog log() {
    return log;
  }

  Resumption resumption() {
    return resumption;
  }

  Configuration configuration() {
    return configuration;
  }

  void configure(Configuration next) {
    configuration = next;
  }

  /** The wall clock as the session knows it. */
  Instant wall() {
    return setup.openedAt().plus(agenda.now());
  }

  /** Does this before anything else that waits, and after what was put here before. */
  void soon(Runnable what) {
    first.add(what);
  }

  /** Does all that is due by then, up to the next question. */
  void run(Duration by) {
    boolean more = true;
    while (more && !stopped()) {
      more = doFirst() || agenda.doNext(by);
    }
    if (!stopped()) {
      agenda.reach(by);
    }
  }

  private boolean doFirst() {
    Runnable next = first.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  /** Says what is made with a new event id. */
  void say(Function<String, Meaning> meaning) {
    out.add(meaning.apply(setup.ids().uuid()));
  }

  /** Says what brings its own event id. */
  void say(Meaning meaning) {
    out.add(meaning);
  }

  void refuse(Refusal refusal) {
    say(id -> new Meaning.Refused(id, refusal));
  }

  /** Tells whoever watches what the wire need not say. */
  void notice(Cue.Noticed what) {
    out.add(what);
  }

  /** Asks whoever plays the mind; nothing else happens before the answer. */
  void ask(Cue.Asked cue, Consumer<Optional<Intent.Answer>> then) {
    out.add(cue);
    question = then;
  }

  /** Nothing happens here any more. */
  void leave(Cue.Over last) {
    out.add(last);
    first.clear();
    agenda.clear();
  }

  boolean asking() {
    return question != null;
  }

  /** Asks whoever listens what was said; nothing else happens before the words. */
  void ask(Cue.Heard cue, Consumer<String> then) {
    out.add(cue);
    hearing = then;
  }

  /** Goes on where words were asked for. */
  void understand(String words) {
    Consumer<String> then = hearing;
    hearing = null;
    if (then != null) {
      then.accept(words);
    }
  }

  /** Whether nothing can happen before somebody has answered. */
  boolean stopped() {
    return asking() || hearing != null;
  }

  /** Goes on where {@link #ask} stopped; false when nothing was asked. */
  boolean answer(Optional<Intent.Answer> answer) {
    Consumer<Optional<Intent.Answer>> then = question;
    if (then == null) {
      return false;
    }
    question = null;
    then.accept(answer);
    return true;
  }

  /** Everything said since the last call. */
  List<Output> flush() {
    List<Output> said = out;
    out = new ArrayList<>();
    return said;
  }

  /** Somewhere in this span, by the session's seed. */
  Duration somewhere(Pace.Span span) {
    return span.at(setup.ids().random().nextDouble());
  }

  @Override
  public String toString() {
    return "%s, %s%s".formatted(agenda, log, asking() ? ", asking" : "");
  }
}
