package dev.soundcheck.script;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a feature by their ids, because compiled scenarios know no places. */
final class Outline {
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Scenario> scenarios = new HashMap<>();
  private final Map<String, Rule> rules = new HashMap<>();
  private final List<Background> backgrounds = new ArrayList<>();

  Outline(Feature feature) {
    for (FeatureChild child : feature.getChildren()) {
      child.getBackground().ifPresent(this::add);
      child.getScenario().ifPresent(this::add);
      child.getRule().ifPresent(this::add);
    }
  }

  private void add(Background background) {
    backgrounds.add(background);
    background.getSteps().forEach(step -> steps.put(step.getId(), step));
  }

  private void add(Scenario scenario) {
    scenarios.put(scenario.getId(), scenario);
    scenario.getSteps().forEach(step -> steps.put(step.getId(), step));
  }

  private void add(Rule rule) {
    for (RuleChild child : rule.getChildren()) {
      child.getBackground().ifPresent(this::add);
      child
          .getScenario()
          .ifPresent(
              scenario -> {
                add(scenario);
                rules.put(scenario.getId(), rule);
              });
    }
  }

  Optional<Step> step(List<String> ids) {
    return ids.stream().filter(steps::containsKey).map(steps::get).findFirst();
  }

  Optional<Scenario> scenario(List<String> ids) {
    return ids.stream().filter(scenarios::containsKey).map(scenarios::get).findFirst();
  }

  Optional<Rule> ruleOf(Scenario scenario) {
    return Optional.ofNullable(rules.get(scenario.getId()));
  }

  List<Scenario> scenarios() {
    return List.copyOf(scenarios.values());
  }

  List<Background> backgrounds() {
    return List.copyOf(backgrounds);
  }
}
