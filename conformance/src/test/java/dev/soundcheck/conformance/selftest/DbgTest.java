package dev.soundcheck.conformance.selftest;

import dev.soundcheck.conformance.rehearsal.VirtualAudition;
import org.junit.jupiter.api.Test;

final class DbgTest {
  @Test
  void x() {
    for (String n : System.getProperty("dbg").split(",")) {
      BrokenClientsTest.clients()
          .filter(o -> o.name().equals(n))
          .forEach(
              o -> {
                var held = VirtualAudition.play(Scenarios.named(o.scenario()), o.habit());
                System.out.println("== " + n + " " + held.why());
                held.trace().seen().stream()
                    .limit(60)
                    .forEach(
                        s -> {
                          String t = s.toString();
                          System.out.println(t.substring(0, Math.min(220, t.length())));
                        });
              });
    }
  }
}
