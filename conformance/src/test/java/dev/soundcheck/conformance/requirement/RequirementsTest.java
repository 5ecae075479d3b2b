package dev.soundcheck.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.requirement.Requirement.By;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.verify.SoundRules;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Shared;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every sentence of the sources has a row, and every row somebody who judges it or a reason why
 * nobody does (issue 6, point 1).
 */
final class RequirementsTest {
  private static final Requirements ALL = Requirements.newest();
  private static final Pattern HEADING = Pattern.compile("#{2,3} (\\d+(?:\\.\\d+)?)\\.? .*");
  private static final Pattern TOPIC = Pattern.compile("(servers|clients)/(.*)");

  /** Fewer rows than this would mean that somebody lost some. */
  private static final int AT_LEAST = 120;

  @Test
  void ids_are_unique_and_none_gets_lost() {
    List<String> ids =
        Stream.concat(
                ALL.all().stream().map(Requirement::id), ALL.excluded().stream().map(Exclusion::id))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(AT_LEAST);
    assertThat(ALL.revision()).isEqualTo(Requirements.NEWEST);
  }

  @Test
  void every_rule_has_a_row_and_every_row_a_rule() {
    assertThat(ids(By.RULE)).isEqualTo(ids(Rulebook.ALL));
    assertThat(new SoundRules().all().stream().map(Rule::id)).containsAll(ids(By.SOUND));
    for (Rule rule : Rulebook.ALL) {
      assertThat(ALL.named(rule.id()))
          .hasValueSatisfying(
              row -> {
                assertThat(row.section()).as(row.id()).isEqualTo(Rulebook.section(rule));
                assertThat(row.binds()).as(row.id()).isEqualTo(rule.binds());
              });
    }
  }

  private static Set<String> ids(By by) {
    return ALL.all().stream()
        .filter(row -> row.by() == by)
        .map(Requirement::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ids(Collection<Rule> rules) {
    return rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_conversation_of_the_suites_has_a_row_and_every_row_its_conversation() {
    Set<String> played = new TreeSet<>();
    for (Program program : Repertoire.builtIn().programs()) {
      Matcher topic = TOPIC.matcher(program.name());
      if (topic.matches()) {
        played.add(topic.group(1) + "/" + topic.group(2));
      }
    }
    Set<String> asked = new TreeSet<>();
    ALL.all().stream()
        .filter(row -> row.by() == By.CONVERSATION)
        .forEach(row -> asked.add(topic(row.binds()) + row.id()));

    assertThat(asked).isEqualTo(played);
    assertThat(ALL.all()).allSatisfy(row -> assertThat(played).containsAll(row.in()));
  }

  private static String topic(Origin side) {
    return side == Origin.SERVER ? "servers/" : "clients/";
  }

  /** One-sided suites are what everybody has. */
  @ParameterizedTest
  @EnumSource(Origin.class)
  void each_side_has_many_rules(Origin side) {
    long own = Rulebook.binding(side).size();

    assertThat(own).isGreaterThanOrEqualTo(40);
    assertThat(own * 10).isGreaterThanOrEqualTo(Rulebook.ALL.size() * 4L);
  }

  /** live-behaviour.md: every line that says of something that it was captured. */
  @Test
  void every_captured_fact_is_a_row() throws IOException {
    Map<String, Integer> counted = new HashMap<>();
    List<String> facts = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(Shared.file("protocol/live-behaviour.md"))) {
      Matcher heading = HEADING.matcher(line);
      section = heading.matches() ? heading.group(1) : section;
      if (!section.isEmpty() && line.contains("[C]") && !line.startsWith("| **[C]**")) {
        facts.add(
            "live-behaviour.md %s/%d".formatted(section, counted.merge(section, 1, Integer::sum)));
      }
    }
    Set<String> cited = cited();

    assertThat(facts).hasSizeGreaterThan(100);
    assertThat(cited).containsAll(facts);
    assertThat(cited.stream().filter(one -> one.matches("live-behaviour.md .*/\\d+")))
        .isSubsetOf(facts);
  }

  /** events.yaml: every event, setting, query and rule that the vendor documents. */
  @Test
  void everything_documented_is_a_row() throws IOException {
    JsonNode document =
        new YAMLMapper().readTree(Files.readString(Shared.file("protocol/events.yaml")));
    List<String> places = new ArrayList<>();
    document
        .properties()
        .forEach(
            part -> {
              if (part.getValue().isObject()) {
                part.getValue()
                    .propertyNames()
                    .forEach(name -> places.add("events.yaml " + part.getKey() + "." + name));
              } else {
                places.add("events.yaml " + part.getKey());
              }
            });

    assertThat(places).hasSizeGreaterThan(70);
    assertThat(cited()).containsAll(places);
    assertThat(cited().stream().filter(one -> one.startsWith("events.yaml"))).isSubsetOf(places);
  }

  private static Set<String> cited() {
    return Stream.concat(
            ALL.all().stream().flatMap(row -> row.sources().stream()),
            ALL.excluded().stream().flatMap(row -> row.sources().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: A b}|id: expected an id in kebab-case, found \"A b\"",
        "{id: a, level: could}|a: level: expected must, should or may, found \"could\"",
        "{id: a, binds: both}|a: binds: expected server or client, found \"both\"",
        "{id: a, by: magic}|a: by: expected rule, sound or conversation, found \"magic\"",
        "{id: a, profiles: [lief]}|a: profiles: there is no profile 'lief'",
        "{id: a}|a: source: expected a list of sources, found nothing",
        "{id: a}|a: section: expected a section, found nothing",
        "{id: a, excluded: ''}|a: excluded: expected a reason, found \"\"",
      })
  void a_wrong_row_is_told_with_what_was_expected(String row, String message) {
    JsonNode document = new YAMLMapper().readTree("requirements: [" + row + "]");

    assertThatThrownBy(() -> Requirements.of("x.yaml", document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
