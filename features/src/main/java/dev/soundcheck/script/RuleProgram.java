package dev.soundcheck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final List<String> beginnings;
  private final List<String> anyPhrases;
  private final String anySpeech;

  RuleProgram(
      Billing billing, @Nullable SessionBeat session, List<Exchange> exchanges, Course once) {
    this.billing = billing;
    title = billing.title();
    this.session = session;
    this.exchanges = List.copyOf(exchanges);
    this.once = once;
    heed = once.heed();
    beginnings = beginnings(this.exchanges);
    anyPhrases = beginnings.stream().distinct().toList();
    anySpeech =
        this.exchanges.stream()
            .map(Exchange::spokenWords)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(TurnBeat.ANYTHING);
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
  public Optional<String> staged() {
    return once.staged();
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
      return stage.move(Optional.empty(), List.of());
    }
    serve(stage);
    return stage.move(Optional.of(speech(stage)), phrases(stage));
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
    Optional<Exchange> fitting = fitting(turn);
    if (awaited(turn, fitting, stage)) {
      return;
    }
    if (fitting.isPresent()) {
      begin(fitting.get(), stage);
    } else if (current(stage).isEmpty()) {
      stage.takeTurn();
      stage.unmet(title.unmet("a turn that the rule has an answer to", Turns.shown(turn)));
      stage.act(NOTHING_FITS);
    }
  }

  /**
   * A line that takes any speech does not take what another exchange begins with, word for word.
   */
  private boolean awaited(Turn turn, Optional<Exchange> fitting, Stage stage) {
    Optional<Beat> next = next(stage);
    boolean elsewhere =
        fitting.map(Exchange::trigger).filter(one -> says(one, turn)).isPresent()
            && next.filter(one -> says(one, turn)).isEmpty();
    return !elsewhere && next.filter(one -> one.welcomes(turn)).isPresent();
  }

  private Optional<Beat> next(Stage stage) {
    return current(stage).map(now -> now.course().beats().get(stage.to().beat));
  }

  private static boolean says(Beat beat, Turn turn) {
    return beat instanceof TurnBeat wanted && wanted.says(turn);
  }

  private Optional<Exchange> fitting(Turn turn) {
    return exchanges.stream()
        .filter(exchange -> exchange.fits(turn, beginnings.size() > 1) > 0)
        .max(Comparator.comparingInt(exchange -> exchange.fits(turn, beginnings.size() > 1)));
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

  /** What begins an exchange, and what the running one waits for. */
  private List<String> phrases(Stage stage) {
    if (current(stage).isEmpty()) {
      return anyPhrases;
    }
    List<String> inside =
        current(stage).map(exchange -> exchange.course().phrases(stage)).orElse(List.of());
    Stream<String> awaited =
        beginnings.isEmpty() ? Stream.of() : next(stage).flatMap(RuleProgram::spoken).stream();
    return Stream.of(awaited, inside.stream(), beginnings.stream())
        .flatMap(phrases -> phrases)
        .distinct()
        .toList();
  }

  private static Optional<String> spoken(Beat beat) {
    return beat instanceof TurnBeat turn && turn.spoken() ? turn.words() : Optional.empty();
  }

  private static List<String> beginnings(List<Exchange> exchanges) {
    List<TurnBeat> turns = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      if (exchange.trigger() instanceof TurnBeat turn) {
        turns.add(turn);
      }
    }
    return Heard.choices(turns, false);
  }

  private String speech(Stage stage) {
    return current(stage).flatMap(exchange -> exchange.course().speech(stage)).orElse(anySpeech);
  }

  @Override
  public String toString() {
    return exchanges.stream()
        .map(Exchange::title)
        .collect(Collectors.joining(", ", name() + ": ", ""));
  }
}
