package dev.soundcheck.conformance.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A JVM that starts a child in a session of its own and closes nothing. */
final class EndingJvm {
  private EndingJvm() {}

  /** Ends by itself once the child runs, or waits to be told. */
  public static void main(String[] arguments) throws UnstartableException {
    Path folder = Path.of(arguments[0]);
    Launch launch =
        new Launch(
            List.of("sh", "-c", "setsid -f ./deaf & wait; exec ./deaf"),
            Map.of("F", arguments[0]),
            folder);
    TestedProgram.start(launch, Duration.ofMillis(400));
    while (arguments[1].equals("told") || !Files.exists(folder.resolve("seen"))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
