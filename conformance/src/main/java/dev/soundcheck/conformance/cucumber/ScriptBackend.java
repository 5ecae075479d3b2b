package dev.soundcheck.conformance.cucumber;

import dev.soundcheck.script.Excerpt;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.HookDefinition.HookType;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a step for each line of the language, and what has to be done before and after a scenario.
 * Suites that do not name this package among their glue are left alone.
 */
final class ScriptBackend implements Backend {
  private static final String HERE = ScriptBackend.class.getPackageName().replace('.', '/');

  private final Lookup lookup;
  private final Container container;
  private final Supplier<ClassLoader> classLoader;

  ScriptBackend(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    this.lookup = lookup;
    this.container = container;
    this.classLoader = classLoader;
  }

  @Override
  public void loadGlue(Glue glue, List<URI> gluePaths) {
    if (gluePaths.stream().noneMatch(ScriptBackend::asksForUs)) {
      return;
    }
    container.addClass(VoiceService.class);
    for (boolean followed : new boolean[] {false, true}) {
      glue.addStepDefinition(
          new VoiceStep(Excerpt.lines(followed), followed ? 2 : 1, words -> service().nextLine()));
    }
    glue.addStepDefinition(
        new VoiceStep("^the mock plays \"([^\"]+)\"$", 1, words -> service().plays(words.get(0))));
    Features features = new Features(classLoader);
    glue.addBeforeHook(
        new VoiceHook(HookType.BEFORE, scenario -> service().begins(features.script(scenario))));
    glue.addAfterHook(new VoiceHook(HookType.AFTER, scenario -> service().ends(scenario)));
  }

  private static boolean asksForUs(URI path) {
    String place = path.getSchemeSpecificPart().replaceFirst("^/", "");
    return place.isEmpty() || HERE.equals(place) || HERE.startsWith(place + "/");
  }

  private VoiceService service() {
    return lookup.getInstance(VoiceService.class);
  }

  @Override
  public void buildWorld() {}

  @Override
  public void disposeWorld() {}

  /** A line that is unknown is somebody else's to write. */
  @Override
  public @Nullable Snippet getSnippet() {
    return null;
  }
}
