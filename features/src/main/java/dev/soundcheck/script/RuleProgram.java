package dev.soundcheck.script;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule: exchanges in any order, any number of times. The client role plays each once. */
final class RuleProgram implements Program {
  private static final Act.Answer NOTHING_FITS =
      new Act.Answer(List.of(new Act.Speech("Nothing is said about that.", Optional.empty())));

  private final Billing billing;
  private final Line title;
  private final @Nullable SessionBeat session;
  private final List<Exchange> exchanges;
  private final Course once;
  private final Heed heed;

  RuleProgram(
      Billing billing, @Nullable SessionBeat session, List<Exchange> exchanges, Course once) {
    this.billing = billing;
    title = billing.title();
    this.session = session;
    this.exchanges = List.copyOf(exchanges);
    this.once = once;
    heed = once.heed();
  }

  @Override
  public String name() {
    return billing.name();
  }

  @Override
  public String title() {
    return title.text();
  }

  @Override
  public Set<String> tags() {
    return billing.tags();
  }

  @Override
  public List<Fault> faults() {
    return once.openingFaults();
  }

  @Override
  public Optional<Pacing> pacing() {
    return once.pacing();
  }

  @Override
  public Endurance endurance() {
    return once.endurance();
  }

  @Override
  public boolean misbehaves() {
    return once.misbehaves();
  }

  @Override
  public Position start(Role role) {
    return start(role, Limits.of(role));
  }

  @Override
  public Position start(Role role, Duration patience) {
    var standing = new Standing(role, patience);
    standing.session = role == Role.SERVER ? session : null;
    return standing;
  }

  @Override
  public Move see(Position position, Seen seen) {
    Stage stage = Stage.after(position, seen, heed);
    if (stage.to().role == Role.CLIENT) {
      once.play(stage);
      stage.to().over |= once.ended(stage);
      return stage.move(Optional.empty());
    }
    serve(stage);
    return stage.move(Optional.of(speech(stage)));
  }

  /** A client may leave whenever it likes, also in the middle of an exchange. */
  private void serve(Stage stage) {
    if (stage.to().closed != null) {
      return;
    }
    do {
      List<Turn> before = stage.to().turns;
      choose(stage);
      current(stage).ifPresent(exchange -> play(exchange, stage, before));
    } while (!stage.to().turns.isEmpty() && current(stage).isEmpty());
    if (current(stage).isEmpty()) {
      stage.waits(title);
    }
  }

  /** An exchange without an answer leaves the turn that began it, which must not begin it again. */
  private void play(Exchange exchange, Stage stage, List<Turn> before) {
    exchange.course().play(stage);
    boolean givenUp = stage.to().over;
    stage.to().over = false;
    if (givenUp || exchange.course().ended(stage)) {
      stage.to().exchange = Standing.IDLE;
      stage.hearing().turnBegins();
      if (stage.to().turns.equals(before)) {
        stage.takeTurn();
      }
    }
  }

  /** A turn that the exchange does not wait for, but another begins with, drops the exchange. */
  private void choose(Stage stage) {
    if (stage.to().turns.isEmpty()) {
      return;
    }
    Turn turn = stage.to().turns.get(0);
    boolean awaited =
        current(stage)
            .map(now -> now.course().beats().get(stage.to().beat).welcomes(turn))
            .orElse(false);
    if (awaited) {
      return;
    }
    Optional<Exchange> fitting = fitting(turn);
    if (fitting.isPresent()) {
      begin(fitting.get(), stage);
    } else if (current(stage).isEmpty()) {
      stage.takeTurn();
      stage.unmet(title.unmet("a turn that the rule has an answer to", Turns.shown(turn)));
      stage.act(NOTHING_FITS);
    }
  }

  private Optional<Exchange> fitting(Turn turn) {
    return exchanges.stream()
        .filter(exchange -> exchange.fits(turn) > 0)
        .max(Comparator.comparingInt(exchange -> exchange.fits(turn)));
  }

  private void begin(Exchange exchange, Stage stage) {
    stage.to().exchange = exchanges.indexOf(exchange);
    stage.to().beat = 0;
    stage.to().entered = stage.now();
  }

  private Optional<Exchange> current(Stage stage) {
    int index = stage.to().exchange;
    return index == Standing.IDLE ? Optional.empty() : Optional.of(exchanges.get(index));
  }

  private String speech(Stage stage) {
    return current(stage)
        .flatMap(exchange -> exchange.course().speech(stage))
        .or(
            () ->
                exchanges.stream().map(Exchange::spokenWords).flatMap(Optional::stream).findFirst())
        .orElse(TurnBeat.ANYTHING);
  }

  @Override
  public String toString() {
    return exchanges.stream()
        .map(Exchange::title)
        .collect(Collectors.joining(", ", name() + ": ", ""));
  }
}
