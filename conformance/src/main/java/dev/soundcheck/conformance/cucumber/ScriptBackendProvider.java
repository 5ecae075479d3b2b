package dev.soundcheck.conformance.cucumber;

import dev.soundcheck.conformance.cucumber.line.LineBackend;
import dev.soundcheck.conformance.cucumber.line.LineStep;
import dev.soundcheck.conformance.cucumber.line.Offer;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.List;
import java.util.function.Supplier;

/** How Cucumber finds the steps of suites whose app is the client. */
public final class ScriptBackendProvider implements BackendProviderService {
  private static final String HERE = ScriptBackendProvider.class.getPackageName();

  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    Supplier<VoiceService> service = () -> lookup.getInstance(VoiceService.class);
    Offer offer =
        new Offer(
            packages -> packages.stream().anyMatch(ScriptBackendProvider::asksForUs),
            "app",
            VoiceService.class,
            () -> service.get().actor(),
            List.of(
                new LineStep(
                    "^the mock plays \"([^\"]+)\"$",
                    1,
                    words -> service.get().plays(words.get(0)))));
    return new LineBackend(offer, container, classLoader);
  }

  private static boolean asksForUs(String glue) {
    return glue.isEmpty() || HERE.equals(glue) || HERE.startsWith(glue + ".");
  }
}
