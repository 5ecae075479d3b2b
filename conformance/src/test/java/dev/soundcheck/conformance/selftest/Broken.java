package dev.soundcheck.conformance.selftest;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A server or a client that is broken on purpose.
 *
 * @param name what it does, as a name of a class would say it
 * @param scenario what is played with it
 * @param habit what is wrong with it, anew for each connection
 * @param fails the requirements that it does not meet, and no other
 */
record Broken(String name, String scenario, Supplier<Habit> habit, Set<String> fails) {
  /** A server, in a conversation of the suite. */
  static Broken server(String name, String conversation, Supplier<Habit> habit, String... fails) {
    return new Broken("ServerThat" + name, "servers/" + conversation, habit, Set.of(fails));
  }

  /** A client, in this scenario. */
  static Broken client(String name, String scenario, Supplier<Habit> habit, String... fails) {
    return new Broken("ClientThat" + name, scenario, habit, Set.of(fails));
  }

  @Override
  public String toString() {
    return name;
  }
}
