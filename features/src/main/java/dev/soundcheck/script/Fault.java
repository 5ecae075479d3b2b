package dev.soundcheck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One misbehaviour of a server, as ordered: a value, which does nothing by itself.
 *
 * @param kind what goes wrong
 * @param arguments as written, in the order of the catalogue; an optional one that was not given is
 *     empty
 * @param times how often; {@link #ALWAYS} without end
 * @param chance in which share of the connections, from 0 to 1
 * @param moment when it begins
 */
public record Fault(
    FaultKind kind, List<String> arguments, int times, double chance, Moment moment) {
  /** As often as there is something to strike. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  public Fault {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads faults as they are given on the command line: {@code stall=5%,close=1011@3s}.
   *
   * @throws ScriptException with every mistake: what was expected, what was found, what is near
   */
  public static List<Fault> parse(String written) {
    return FaultReader.read(written);
  }

  /** The same fault, in every connection. */
  public Fault certain() {
    return new Fault(kind, arguments, times, 1, moment);
  }

  /** Whether it can only be there from the beginning of a connection. */
  public boolean opening() {
    return kind.opening();
  }

  /** The text of an argument; empty when it was left out. */
  public String text(int index) {
    return arguments.get(index);
  }

  /** Whether an argument was given, or has a default. */
  public boolean has(int index) {
    return !text(index).isEmpty();
  }

  /** An argument that is a time; a negative one for a clock that jumps back. */
  public Duration duration(int index) {
    return FaultArgument.duration(text(index));
  }

  /** A number, or a size in bytes. */
  public int number(int index) {
    return FaultArgument.size(text(index));
  }

  /** As it would be written on the command line. */
  @Override
  public String toString() {
    List<String> values = new ArrayList<>(arguments);
    values.removeIf(String::isEmpty);
    if (times != ALWAYS) {
      values.add(times + "x");
    }
    if (chance < 1) {
      values.add(percent());
    }
    String what = values.isEmpty() ? kind.word() : kind.word() + "=" + String.join(":", values);
    String when = moment.toString();
    return when.isEmpty() ? what : what + "@" + when;
  }

  private String percent() {
    double percent = Math.round(chance * 1e6) / 1e4;
    return percent == Math.rint(percent) ? "%d%%".formatted((long) percent) : percent + "%";
  }
}
