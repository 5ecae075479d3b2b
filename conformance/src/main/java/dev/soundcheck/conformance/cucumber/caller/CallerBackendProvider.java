package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.cucumber.line.LineBackend;
import dev.soundcheck.conformance.cucumber.line.Offer;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.List;
import java.util.function.Supplier;

/** How Cucumber finds the steps of suites that test a server. */
public final class CallerBackendProvider implements BackendProviderService {
  private static final String HERE = CallerBackendProvider.class.getPackageName();
  private static final String OTHER_ROLE = HERE.replaceFirst("\\.caller$", "");

  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    Offer offer =
        new Offer(
            CallerBackendProvider::asksForUs,
            "server",
            VoiceCall.class,
            () -> lookup.getInstance(VoiceCall.class).actor(),
            List.of());
    return new LineBackend(offer, container, classLoader);
  }

  /** Only by its name: a package around it asks for the usual role. */
  private static boolean asksForUs(List<String> glue) {
    if (!glue.contains(HERE)) {
      return false;
    }
    if (glue.stream().anyMatch(one -> one.isEmpty() || (OTHER_ROLE + ".").startsWith(one + "."))) {
      throw new IllegalArgumentException(
          "cucumber.glue: expected one role, got both in %s. %s plays the client to a server, %s the server to an app."
              .formatted(glue, HERE, OTHER_ROLE));
    }
    return true;
  }
}
