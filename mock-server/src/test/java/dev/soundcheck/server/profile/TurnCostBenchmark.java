package dev.soundcheck.server.profile;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the turns from the second and from the 2,000th on take, both in one run (issue 2, point 3).
 * On a quiet machine the two figures are to be equal within a tenth:
 *
 * <pre>
 * mvn -q -pl mock-server test-compile dependency:build-classpath -Dmdep.outputFile=mock-server/target/classpath
 * java -cp mock-server/target/test-classes:mock-server/target/classes:$(cat mock-server/target/classpath) \
 *     org.openjdk.jmh.Main TurnCost
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 60)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class TurnCostBenchmark {
  private static final int SESSIONS = 40;

  /**
   * Turns in a row, since the first after a rest mostly measures how far away the memory of a
   * session that rested lies.
   */
  private static final int TURNS = 20;

  @Param({"1", "1999"})
  public int turnsBefore;

  private List<Talker> talkers = List.of();

  /** Both figures are those of warm code, however few turns come before. */
  @Setup(Level.Trial)
  public void warm() {
    new Talker(99).after(50_000);
  }

  @Setup(Level.Iteration)
  public void talkUntilThen() {
    talkers =
        IntStream.range(0, SESSIONS).mapToObj(seed -> new Talker(seed).after(turnsBefore)).toList();
  }

  @Benchmark
  @OperationsPerInvocation(SESSIONS * TURNS)
  public void turn() {
    talkers.forEach(talker -> talker.after(TURNS));
  }
}
