package dev.soundcheck.server;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.server.api.Casting;
import dev.soundcheck.server.api.Front;
import dev.soundcheck.server.api.Keyring;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is made ready while the port is being opened: the features compiled, the validator warm. */
final class Rehearsed {
  private final CompletableFuture<Front> front;

  Rehearsed(ServerOptions options, InstantSource clock) {
    CompletableFuture<EventValidator> validator =
        CompletableFuture.supplyAsync(
            () -> EventValidator.of(options.profile()).warm(), Rehearsed::aside);
    this.front =
        CompletableFuture.supplyAsync(() -> front(options, clock), Rehearsed::aside)
            .thenCombine(validator, (ready, warm) -> ready);
  }

  /**
   * Waits until it is ready.
   *
   * @throws ScriptException with every mistake of the features
   * @throws ServerException when there is no such scenario
   */
  Front front() {
    try {
      return front.join();
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

  private static Front front(ServerOptions options, InstantSource clock) {
    Repertoire repertoire = options.features().map(Repertoire::with).orElseGet(Repertoire::builtIn);
    Casting casting = new Casting(repertoire, usual(repertoire, options), options.profile());
    return new Front(new Keyring(options.keys(), clock, new SecureRandom()), casting, List.of());
  }

  private static Program usual(Repertoire repertoire, ServerOptions options) {
    return options
        .program()
        .or(() -> options.scenario().map(name -> named(repertoire, name)))
        .orElseGet(repertoire::conversation);
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
