package dev.soundcheck.server;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.script.Vocabulary;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is made ready while the port is being opened: the features compiled, the validator warm. */
final class Rehearsed {
  private final CompletableFuture<Repertoire> repertoire;
  private final ServerOptions options;

  Rehearsed(ServerOptions options) {
    this.options = options;
    CompletableFuture<EventValidator> validator =
        CompletableFuture.supplyAsync(
            () -> EventValidator.of(options.profile()).warm(), Rehearsed::aside);
    this.repertoire =
        CompletableFuture.supplyAsync(this::compiled, Rehearsed::aside)
            .thenCombine(validator, (ready, warm) -> ready);
  }

  /**
   * Waits until it is ready.
   *
   * @throws ScriptException with every mistake of the features
   * @throws ServerException when there is no such scenario
   */
  Repertoire repertoire() {
    try {
      return repertoire.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof ScriptException mistakes) {
        throw mistakes;
      }
      if (failure.getCause() instanceof ServerException unknown) {
        throw unknown;
      }
      throw failure;
    }
  }

  /** Makes the voice in the background, so that the first answer does not wait for it. */
  void clearThroat() {
    aside(SpokenVoice::warmUp);
  }

  /**
   * What is played to clients that name nothing.
   *
   * @throws ServerException when there is no such scenario among these
   */
  Program usual(Repertoire among) {
    return options
        .playing()
        .program()
        .or(() -> options.playing().scenario().map(name -> named(among, name)))
        .orElseGet(among::conversation);
  }

  /** What scenarios can have told apart by speech. */
  Vocabulary vocabulary() {
    return options.sounding().vocabulary();
  }

  private Repertoire compiled() {
    Repertoire compiled =
        options
            .playing()
            .features()
            .map(folder -> Repertoire.with(folder, vocabulary()))
            .orElseGet(() -> Repertoire.builtIn(vocabulary()));
    check(compiled);
    return options.playing().program().map(compiled::and).orElse(compiled);
  }

  /**
   * Makes sure that what is usually played is among these.
   *
   * @throws ServerException when it is not
   */
  void check(Repertoire among) {
    Program usual = usual(among);
    assert usual != null;
  }

  private static Program named(Repertoire repertoire, String name) {
    return repertoire
        .named(name)
        .orElseThrow(() -> new ServerException(repertoire.noneNamed(name)));
  }

  /** The common pool has one thread on a machine of two cores. */
  private static void aside(Runnable task) {
    Thread thread = new Thread(task, "soundcheck-start");
    thread.setDaemon(true);
    thread.start();
  }
}
