package dev.soundcheck.conformance.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the server's process takes, when it runs on this machine. */
final class ProcessMeter {
  private static final String RESIDENT = "VmRSS:";
  private static final int KIBI = 1024;

  private final Optional<ProcessHandle> process;

  /** Of the process of this number; of none, nothing is known. */
  ProcessMeter(OptionalLong pid) {
    this.process = pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
  }

  /** CPU time that it has taken since it began, in steps of the system's clock. */
  Optional<Duration> cpu() {
    return process.flatMap(it -> it.info().totalCpuDuration());
  }

  /** Bytes of memory that it has in use; empty where the system does not say (it is Linux's). */
  OptionalLong resident() {
    return process.isEmpty()
        ? OptionalLong.empty()
        : resident(Path.of("/proc/%d/status".formatted(process.get().pid())));
  }

  private static OptionalLong resident(Path status) {
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
          .findFirst();
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }
}
