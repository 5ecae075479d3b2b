package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one program of the scenarios of a rule. */
final class RuleCompiler {
  /** A scenario of a rule before its place among the others is known. */
  record Draft(Line title, Set<String> tags, List<Beat> beats) {}

  private final String name;
  private final Line title;
  private final Mistakes mistakes;
  private final Heard heard;

  RuleCompiler(String name, Line title, Heard heard) {
    this.name = name;
    this.title = title;
    this.heard = heard;
    mistakes = heard.mistakes();
  }

  FeatureCompiler.Compiled compile(List<Draft> drafts) {
    List<Beat> sessions = new ArrayList<>();
    List<Beat> others = new ArrayList<>();
    List<Exchange> exchanges = new ArrayList<>();
    for (Draft draft : drafts) {
      Course whole = Arrangement.of(draft.beats(), mistakes);
      List<Beat> lines = whole.beats().stream().filter(beat -> !ofTheOpening(beat)).toList();
      for (Beat beat : FaultBeat.arranged(draft.beats(), new Mistakes())) {
        List<Beat> place = ofTheOpening(beat) ? sessions : others;
        if (!sessions.contains(beat)) {
          place.add(beat);
        }
      }
      exchange(draft, lines).ifPresent(exchanges::add);
    }
    checkTriggers(exchanges);
    sessions.addAll(others);
    Course once = Arrangement.of(sessions, new Mistakes());
    Set<String> tags =
        drafts.stream().flatMap(draft -> draft.tags().stream()).collect(Collectors.toSet());
    var billing = new Billing(name, title, tags);
    var program = new RuleProgram(billing, once.session(), exchanges, once);
    return new FeatureCompiler.Compiled(program, title);
  }

  private static boolean ofTheOpening(Beat beat) {
    return beat instanceof SessionBeat || (beat instanceof FaultBeat fault && fault.opening());
  }

  private Optional<Exchange> exchange(Draft draft, List<Beat> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Beat first = lines.get(0);
    boolean triggers =
        first instanceof TurnBeat || (first instanceof ClientEventBeat event && event.nudges());
    if (!triggers) {
      mistakes.add(
          first.line(),
          "expected a rule's scenario to begin with what the user says, types or speaks or with"
              + " 'the client sends \"response.create\"', got '%s'".formatted(first.line().text()));
      return Optional.empty();
    }
    return Optional.of(new Exchange(draft.title().text(), new Course(lines)));
  }

  /** Where several begin with spoken words, somebody has to tell them apart. */
  private void checkTriggers(List<Exchange> exchanges) {
    Optional<TurnBeat> first = Optional.empty();
    Set<String> seen = new HashSet<>();
    for (Exchange exchange : exchanges) {
      Line line = exchange.trigger().line();
      if (!seen.add(key(exchange.trigger()))) {
        mistakes.add(
            line,
            "expected each scenario of a rule to begin differently, got '%s' again"
                .formatted(line.text()));
      } else if (exchange.spokenWords().isPresent()) {
        TurnBeat turn = (TurnBeat) exchange.trigger();
        first.ifPresent(other -> heard.check(turn));
        first = first.or(() -> Optional.of(turn));
      }
    }
  }

  private static String key(Beat trigger) {
    return trigger instanceof TurnBeat turn
        ? turn.manner() + turn.words().map(Spelling::lower).map(" "::concat).orElse("")
        : trigger.line().text();
  }
}
