package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The suite of the built-in features has every one of them. */
final class BuiltInSuiteTest {
  @Test
  void every_built_in_scenario_is_in_the_suite_by_its_title() {
    List<String> titles =
        EngineTestKit.engine("junit-platform-suite")
            .selectors(selectClass(BuiltInFeaturesTest.class))
            .discover()
            .getEngineDescriptor()
            .getDescendants()
            .stream()
            .map(TestDescriptor::getDisplayName)
            .toList();

    assertThat(Repertoire.builtIn().programs())
        .extracting(Program::title)
        .allSatisfy(title -> assertThat(titles).anyMatch(shown -> shown.endsWith(title)));
  }
}
