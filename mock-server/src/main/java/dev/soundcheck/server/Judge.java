package dev.soundcheck.server;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.time.Duration;
import java.util.List;

/**
 * Somebody who knows the rules and holds sessions against them when asked; a server itself knows
 * the contract of single events only. May be asked by many threads at once.
 */
public interface Judge {
  /** What is not as the rules have it, in the order of the trace. */
  List<Offence> offences(Trace trace);

  /** How two sessions differ: the JSON of {@code soundcheck diff --json}. */
  String difference(Trace left, Trace right);

  /**
   * One thing that breaks a rule.
   *
   * @param level how much it weighs: {@code broken}, {@code drift} or {@code warning}
   * @param rule the id of the rule, {@code schema}, or that of a flaw that is heard
   * @param line of the trace; its header is line 1
   * @param at when, since the session opened
   * @param from who said it
   * @param event the event's name
   * @param text what was expected and what was found
   * @param sources who asks for it: documents and their sections
   */
  record Offence(
      String level,
      String rule,
      int line,
      Duration at,
      Origin from,
      String event,
      String text,
      List<String> sources) {
    public Offence {
      sources = List.copyOf(sources);
    }
  }
}
