package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be judged, and the conversations that this takes.
 *
 * @param requirements in the order of their file
 * @param programs in the order of the features
 * @param whole whether the conversations are chosen so that everything can be judged
 */
public record Selection(List<Requirement> requirements, List<Program> programs, boolean whole) {
  public Selection {
    requirements = List.copyOf(requirements);
    programs = List.copyOf(programs);
  }

  /**
   * What a plan asks of one side.
   *
   * @param topic the folder of the suite's conversations: {@code servers} or {@code clients}
   * @throws IllegalArgumentException when there is no such place in the tree; names the nearest
   */
  public static Selection of(Origin side, String topic, Plan plan, Repertoire repertoire) {
    List<Requirement> all = Requirements.newest().binding(side);
    plan.only().forEach(place -> check(place, all));
    List<Requirement> wanted =
        all.stream()
            .filter(one -> plan.only().isEmpty() || plan.only().stream().anyMatch(one::under))
            .toList();
    List<Program> suite =
        repertoire.programs().stream()
            .filter(program -> program.name().startsWith(topic + "/"))
            .filter(program -> plays(program, plan))
            .toList();
    return new Selection(wanted, needed(wanted, suite, plan, topic), true);
  }

  /**
   * What a plan asks of one side, judged in these conversations, whatever they are about; the
   * conversations are requirements of their own.
   *
   * @throws IllegalArgumentException when there is no such place in the tree; names the nearest
   */
  public static Selection ofAll(Origin side, Plan plan, List<Program> programs) {
    List<Requirement> all =
        Requirements.newest().binding(side).stream()
            .filter(one -> one.by() != Requirement.By.CONVERSATION)
            .toList();
    List<Requirement> own =
        programs.stream()
            .map(program -> Requirement.ofScenario(program.name(), program.title(), side))
            .toList();
    List<Requirement> both = Stream.concat(own.stream(), all.stream()).toList();
    plan.only().forEach(place -> check(place, both));
    return new Selection(
        both.stream()
            .filter(one -> plan.only().isEmpty() || plan.only().stream().anyMatch(one::under))
            .toList(),
        programs,
        false);
  }

  /** A conversation with the tag {@code @not-in-documented} is not held in that profile. */
  private static boolean plays(Program program, Plan plan) {
    return !program.tags().contains("@not-in-" + plan.profile().id());
  }

  private static List<Program> needed(
      List<Requirement> wanted, List<Program> suite, Plan plan, String topic) {
    if (plan.only().isEmpty()) {
      return suite;
    }
    Set<String> names = new LinkedHashSet<>();
    for (Requirement one : wanted) {
      if (one.by() == Requirement.By.CONVERSATION) {
        names.add(topic + "/" + one.id());
      }
      names.addAll(one.in());
    }
    List<Program> named = suite.stream().filter(program -> names.contains(program.name())).toList();
    return named.isEmpty() ? suite : named;
  }

  private static void check(String place, List<Requirement> all) {
    if (all.stream().anyMatch(one -> one.under(place))) {
      return;
    }
    Set<String> places =
        all.stream()
            .flatMap(one -> Stream.of(one.section(), one.section() + "/" + one.id(), one.id()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> likely = Nearest.likely(place, places);
    throw new IllegalArgumentException(
        "expected a section or the id of a requirement, found '%s'.%s"
            .formatted(
                place,
                likely.isEmpty()
                    ? " The sections are " + sections(all) + "."
                    : " Did you mean '%s'?".formatted(likely.get(0))));
  }

  private static String sections(List<Requirement> all) {
    return all.stream().map(Requirement::section).distinct().collect(Collectors.joining(", "));
  }
}
