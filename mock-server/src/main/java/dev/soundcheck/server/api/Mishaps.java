package dev.soundcheck.server.api;

import dev.soundcheck.script.Fault;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong for clients that ask for a socket. The same attempt meets the same luck in every
 * run with the same seed. Safe for use by many threads.
 */
public final class Mishaps {
  private static final List<Fault> NONE = List.of();

  /** These strike or do not strike before there is a session, whose luck the others have. */
  private static final Set<FaultKind> AT_THE_DOOR = EnumSet.of(FaultKind.REFUSE, FaultKind.CROWDED);

  private final List<Fault> usual;
  private final long seed;
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

  /**
   * Mishaps of a server.
   *
   * @param usual those of every connection, beside its scenario's
   */
  public Mishaps(List<Fault> usual, long seed) {
    this.usual = List.copyOf(usual);
    this.seed = new SplittableRandom(seed).nextLong();
  }

  static Mishaps none() {
    return new Mishaps(NONE, 0);
  }

  /**
   * What goes wrong on the connection of this attempt; tests side by side have luck of their own.
   *
   * @throws RefusedException when the attempt itself does
   */
  List<Fault> of(String test, Program program) throws RefusedException {
    List<Fault> all = new ArrayList<>(usual);
    all.addAll(program.faults());
    int attempt = attempts.computeIfAbsent(test, id -> new AtomicInteger()).incrementAndGet();
    SplittableRandom luck = new SplittableRandom(seed + 31L * test.hashCode() + attempt);
    all.removeIf(fault -> AT_THE_DOOR.contains(fault.kind()) && !strikes(fault, luck));
    for (Fault fault : all) {
      if (fault.kind() == FaultKind.REFUSE) {
        throw new RefusedException(refusal(fault));
      }
    }
    return all;
  }

  private static boolean strikes(Fault fault, SplittableRandom luck) {
    return luck.nextDouble() < fault.chance();
  }

  private static ApiReply refusal(Fault fault) {
    return switch (fault.number(0)) {
      case 401 -> Refusals.incorrectKey();
      case 403 -> Refusals.noCredits();
      default -> Refusals.tooManyRequests();
    };
  }
}
