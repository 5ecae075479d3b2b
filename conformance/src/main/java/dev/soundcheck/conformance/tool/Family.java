package dev.soundcheck.conformance.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A program and all that came of it. Children are known by their parents, and remembered when their
 * parents end; children that nobody saw with their parents are known by the program's mark and the
 * pipe that they write to. Who leaves the parents, the environment and the pipe between two looks
 * is lost. The pipe is known of a program that runs when it is asked for, so not of one that ends
 * within a moment.
 *
 * <p>Used by one thread at a time. A handle knows when its process was started, so that the next
 * one with the same number is neither seen nor ended.
 */
final class Family {
  private final Mark mark;
  private final ProcFolder told;
  private final String pipe;
  private Set<ProcessHandle> members; // never changed, only replaced

  Family(ProcessHandle first, Mark mark, ProcFolder told) {
    this.mark = mark;
    this.told = told;
    this.pipe = told.pipe(first.pid());
    this.members = Set.of(first);
  }

  /** Who is alive of those known and of their children; parents come before their children. */
  Set<ProcessHandle> look() {
    Set<ProcessHandle> alive = new LinkedHashSet<>();
    members.forEach(member -> addWithChildren(member, alive));
    members = alive;
    return alive;
  }

  /** Who is alive, also of those that were never seen with their parents. */
  Set<ProcessHandle> search() {
    List<ProcessHandle> carriers = told.carriers(mark, pipe);
    Set<ProcessHandle> all = new LinkedHashSet<>(members);
    all.addAll(carriers);
    members = all;
    return look();
  }

  /** Ends at once whoever is found now. */
  void kill() {
    search().forEach(ProcessHandle::destroyForcibly);
  }

  /** One look at the machine tells all below a process, so none below it is asked again. */
  private void addWithChildren(ProcessHandle member, Set<ProcessHandle> alive) {
    if (!alive.contains(member) && isAlive(member)) {
      alive.add(member);
      member.descendants().filter(this::isAlive).forEach(alive::add);
    }
  }

  private boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !told.isZombie(process.pid());
  }
}
