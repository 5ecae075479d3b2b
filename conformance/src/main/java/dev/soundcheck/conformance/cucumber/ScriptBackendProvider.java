package dev.soundcheck.conformance.cucumber;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.function.Supplier;

/** How Cucumber finds the steps. */
public final class ScriptBackendProvider implements BackendProviderService {
  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    return new ScriptBackend(lookup, container, classLoader);
  }
}
