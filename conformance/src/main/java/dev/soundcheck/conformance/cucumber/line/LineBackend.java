package dev.soundcheck.conformance.cucumber.line;

import dev.soundcheck.script.Excerpt;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.HookDefinition.HookType;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a step for each line of the language, and what has to be done before and after a scenario,
 * to suites that ask for it; others are left alone.
 */
public final class LineBackend implements Backend {
  private final Offer offer;
  private final Container container;
  private final Features features;

  /** One for those who want this. */
  public LineBackend(Offer offer, Container container, Supplier<ClassLoader> classLoader) {
    this.offer = offer;
    this.container = container;
    this.features = new Features(classLoader, offer.other());
  }

  @Override
  public void loadGlue(Glue glue, List<URI> gluePaths) {
    List<String> packages = gluePaths.stream().map(LineBackend::named).toList();
    if (!offer.wanted().test(packages)) {
      return;
    }
    container.addClass(offer.world());
    for (boolean followed : new boolean[] {false, true}) {
      glue.addStepDefinition(
          new LineStep(Excerpt.lines(followed), followed ? 2 : 1, words -> actor().nextLine()));
    }
    offer.more().forEach(glue::addStepDefinition);
    glue.addBeforeHook(
        new LineHook(HookType.BEFORE, scenario -> actor().begins(features.script(scenario))));
    glue.addAfterHook(new LineHook(HookType.AFTER, scenario -> actor().ends(scenario)));
  }

  /** A glue path as the package it is; the root is empty. */
  private static String named(URI path) {
    return path.getSchemeSpecificPart().replaceFirst("^/", "").replace('/', '.');
  }

  private Actor actor() {
    return offer.actor().get();
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
