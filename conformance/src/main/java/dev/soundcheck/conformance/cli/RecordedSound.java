package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.proxy.Passed;
import dev.soundcheck.conformance.proxy.ProxyListener;
import dev.soundcheck.schemas.Observed;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what is heard of both sides beside each trace that a proxy writes, and tells the next
 * listener everything. Sound that cannot be written is given up; the connection and its trace go
 * on.
 */
final class RecordedSound implements ProxyListener {
  private final ProxyListener next;
  private final Map<Integer, SideWavs> sides = new HashMap<>();

  RecordedSound(ProxyListener next) {
    this.next = next;
  }

  @Override
  public void opened(int connection, URI target, Path trace) {
    sides.put(connection, SideWavs.beside(trace));
    next.opened(connection, target, trace);
  }

  @Override
  public void passed(Passed passed) {
    Optional.ofNullable(sides.get(passed.connection())).ifPresent(files -> hear(passed, files));
    next.passed(passed);
  }

  @Override
  public void refused(int connection, int status, String words) {
    next.refused(connection, status, words);
  }

  @Override
  public void forwarded(String method, String path, int status) {
    next.forwarded(method, path, status);
  }

  @Override
  public void unwritable(int connection, String why) {
    next.unwritable(connection, why);
  }

  private void hear(Passed passed, SideWavs files) {
    try {
      files.saw(passed.observed());
      if (passed.observed() instanceof Observed.Closed) {
        sides.remove(passed.connection());
        files.close();
      }
    } catch (UncheckedIOException full) {
      sides.remove(passed.connection());
      giveUp(files);
      next.unwritable(passed.connection(), String.valueOf(full.getMessage()));
    }
  }

  private static void giveUp(SideWavs files) {
    try {
      files.close();
    } catch (UncheckedIOException stillFull) {
      return; // what could not be written was told already
    }
  }
}
