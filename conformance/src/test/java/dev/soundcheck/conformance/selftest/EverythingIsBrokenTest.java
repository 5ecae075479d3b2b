package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.book.Rulebook;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A requirement that nobody has been seen to break may be one that nobody can. */
final class EverythingIsBrokenTest {
  @Test
  void every_rule_is_broken_by_somebody() {
    Set<String> missing = new TreeSet<>();
    Rulebook.ALL.stream().map(Rule::id).forEach(missing::add);
    missing.removeAll(broken());

    assertThat(missing).as("rules that no broken server or client fails").isEmpty();
  }

  @Test
  void every_requirement_that_is_read_or_heard_is_broken_by_somebody() {
    Set<String> missing = new TreeSet<>();
    Requirements.newest().all().stream()
        .filter(one -> one.by() != Requirement.By.CONVERSATION)
        .map(Requirement::id)
        .forEach(missing::add);
    missing.removeAll(broken());

    assertThat(missing).as("requirements that no broken server or client fails").isEmpty();
  }

  @Test
  void every_broken_peer_has_a_name_of_its_own_and_breaks_something() {
    assertThat(all().map(Broken::name)).doesNotHaveDuplicates();
    assertThat(all()).noneMatch(one -> one.fails().isEmpty());
  }

  private static Stream<Broken> all() {
    return Stream.concat(BrokenServersTest.servers(), BrokenClientsTest.clients());
  }

  private static Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    all().forEach(one -> broken.addAll(one.fails()));
    return broken;
  }
}
