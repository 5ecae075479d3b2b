package dev.soundcheck.server.play;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Turn;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Mcp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what the session asks into the script's words, and what the script wants into the session's.
 */
final class Wording {
  /** What is said to a user who says nothing, where the scenario has no words for it. */
  static final Intent CHECK_IN =
      new Intent.Answer(List.of(new Intent.Speech("Are you still there?")));

  private Wording() {}

  static Turn turn(Cue.Asked asked) {
    List<Turn.ToolOutput> outputs =
        asked.outputs().stream()
            .map(one -> new Turn.ToolOutput(one.callId(), one.tool(), one.output()))
            .toList();
    return new Turn(
        kind(asked.kind()), asked.words(), asked.spoken(), outputs, asked.interrupting());
  }

  /**
   * The answer as the session gives it; recordings are read.
   *
   * @throws AudioException when a file is no sound that can be read
   * @throws UncheckedIOException when it cannot be read at all
   */
  static Intent.Answer answer(Act.Answer answer) {
    List<Intent.Part> parts = new ArrayList<>();
    for (Act.Part part : answer.parts()) {
      parts.add(part(part));
    }
    return new Intent.Answer(parts);
  }

  /** What an act wants of the session beside answers; empty when it wants nothing of it. */
  static Optional<Intent> aside(Act act) {
    if (act instanceof Act.Mishear misheard) {
      return Optional.of(new Intent.Mishear(misheard.words()));
    }
    return act instanceof Act.Unlisted unlisted
        ? Optional.of(
            new Intent.ListFails(unlisted.label(), Mcp.Failure.connection(unlisted.why())))
        : Optional.empty();
  }

  private static Intent.Part part(Act.Part part) {
    if (part instanceof Act.Speech speech) {
      return speech(speech);
    }
    if (part instanceof Act.Search search) {
      return new Intent.Search(search.lasting());
    }
    if (part instanceof Act.Use use) {
      return new Intent.Use(use.tool(), use.arguments(), use.failure().map(Mcp.Failure::execution));
    }
    return call((Act.Call) part);
  }

  private static Intent.Part speech(Act.Speech speech) {
    return speech.wav().isEmpty()
        ? new Intent.Speech(speech.words())
        : recording(speech.words(), speech.wav().get());
  }

  private static Intent.Part recording(String words, Path file) {
    return new Intent.Recording(words, read(file));
  }

  /**
   * The sound in a file.
   *
   * @throws AudioException when it is no sound that can be read
   * @throws UncheckedIOException when it cannot be read at all
   */
  static Pcm read(Path file) {
    try {
      return Wav.read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The recording '%s' cannot be read: %s.".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  private static Intent.Part call(Act.Call call) {
    return new Intent.Call(call.tool(), call.arguments());
  }

  private static Turn.Kind kind(Cue.Kind kind) {
    return switch (kind) {
      case TYPED -> Turn.Kind.TYPED;
      case SPOKEN -> Turn.Kind.SPOKEN;
      case TOOLS -> Turn.Kind.TOOLS;
      case NUDGED, SILENCE -> Turn.Kind.NUDGED;
    };
  }
}
