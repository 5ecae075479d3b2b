package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.rehearsal.Rehearsal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * One typed turn with a mock of our own, without a word: loads the classes that the launcher then
 * keeps in a class data archive.
 */
@Command(name = "warm-up", hidden = true, description = "Loads what a first session needs.")
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Rehearsal.typed("Hello").failure().isEmpty() ? Soundcheck.FINE : Soundcheck.FOUND;
  }
}
