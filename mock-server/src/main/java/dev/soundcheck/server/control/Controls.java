package dev.soundcheck.server.control;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.api.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done to a running server. Tests are named by their id, the empty one stands for all
 * connections that named none. Safe for use by many threads.
 */
public interface Controls {
  /** The time of day, as this test has it. */
  Instant now(String test);

  /** Whether time moves only when it is moved. */
  boolean virtual();

  /** Moves the virtual time of a test on; returns when all that was due has been played. */
  void advance(String test, Duration by);

  /** What can be played by name. */
  Repertoire repertoire(String test);

  /** The folder of features that the server was started with. */
  Optional<String> folder();

  /**
   * Compiles features without changing what is played.
   *
   * @param folder that of the features that the server was started with, or one below
   * @param texts by file name
   * @throws dev.soundcheck.script.ScriptException with every mistake
   * @throws dev.soundcheck.server.ServerException when what is usually played is not among them
   */
  Repertoire compile(Optional<String> folder, Map<String, String> texts);

  /**
   * Compiles the one scenario of a feature.
   *
   * @throws dev.soundcheck.script.ScriptException with every mistake
   */
  Program compile(String feature);

  /** From now on these can be played to clients of this test. */
  void load(String test, Repertoire features);

  /** What waits to be played to the next clients of this test, by name. */
  List<String> queued(String test);

  void queue(String test, Program program);

  /** Takes all out of the line. */
  void clearQueue(String test);

  /**
   * Makes the server do this in a session that runs.
   *
   * @return false when there is no such session any more, or it plays a recording
   */
  boolean perform(int session, Act act);

  /**
   * Somebody calls by telephone, and a scenario is played to whoever joins the call.
   *
   * @param from empty for what the scenario says
   * @param to empty for what the scenario says
   * @param headers of SIP, beside those of the scenario
   * @return the id of the call
   * @throws RefusedException when there is no such scenario
   */
  String call(
      String test,
      String scenario,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> headers)
      throws RefusedException;

  /**
   * What happened in a test, on all servers that share a store; may block for a second.
   *
   * @return lines of the journal; empty for a server that shares none
   */
  Optional<List<String>> journal(String test);

  /**
   * A test begins as if the server had just started.
   *
   * @param sessions its open ones, which are closed
   */
  void reset(String test, List<Integer> sessions);
}
