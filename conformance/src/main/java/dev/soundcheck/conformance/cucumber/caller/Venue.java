package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.script.Excerpt;

/** A server that plays one scenario with us, and what has to be done there first and last. */
interface Venue extends AutoCloseable {
  /** That of these settings. */
  static Venue of(Settings settings) {
    return settings
        .target()
        .map(
            target ->
                MockElsewhere.at(target)
                    .<Venue>map(mock -> mock)
                    .orElseGet(() -> new AnyServer(target)))
        .orElseGet(() -> new MockHere(settings.profile()));
  }

  /** Whether it meets lines because it is told to. */
  boolean obeys();

  /** Where to call for it. */
  Target stage(Excerpt.Part part);

  @Override
  default void close() {}
}
