package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each side waits for before it says something. */
enum Waiting {
  /**
   * Everything that the client did, but sound only where something is heard in it: a microphone
   * that stays open while the assistant speaks causes nothing.
   */
  SERVER {
    @Override
    boolean needsSound(Observed own, boolean hearing) {
      return (hearing && Sort.name(own).equals("response.created"))
          || Sort.name(own).startsWith("input_audio_buffer.")
          || Sort.name(own).startsWith("conversation.item.input_audio_transcription.");
    }

    @Override
    int steps(Observed own, boolean hearing, List<Step> before) {
      return openRun(before) && !needsSound(own, hearing) ? before.size() - 1 : before.size();
    }

    @Override
    boolean holdsBack(Observed own) {
      return Sort.name(own).equals("response.created");
    }

    @Override
    boolean turns(Observed own) {
      return Set.of("response.created", "response.done").contains(Sort.name(own));
    }

    @Override
    Optional<Duration> patience(Step awaited, boolean begun) {
      return awaited.run() && begun ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }
  },

  /**
   * Everything that the server said, but a microphone goes on while the server listens and prepares
   * to answer.
   */
  CLIENT {
    @Override
    boolean needsSound(Observed own, boolean hearing) {
      return true;
    }

    @Override
    int steps(Observed own, boolean hearing, List<Step> before) {
      int steps = before.size();
      if (Sort.of(own) == Sort.STREAM) {
        while (steps > 0 && listening(before.get(steps - 1).name())) {
          steps--;
        }
      }
      return steps;
    }

    @Override
    boolean holdsBack(Observed own) {
      return Sort.of(own) == Sort.EVENT;
    }

    @Override
    boolean turns(Observed own) {
      return false;
    }

    @Override
    Optional<Duration> patience(Step awaited, boolean begun) {
      return Optional.of(Duration.ofSeconds(5));
    }
  };

  private static final List<String> LISTENING =
      List.of(
          "input_audio_buffer.",
          "conversation.item.",
          "response.created",
          "response.output_item.added",
          "response.content_part.added");

  static Waiting of(Origin own) {
    return own == Origin.SERVER ? SERVER : CLIENT;
  }

  /**
   * Whether it waits for the sound that was recorded before it.
   *
   * @param hearing speech has begun and is not answered yet
   */
  abstract boolean needsSound(Observed own, boolean hearing);

  /** How many of the steps recorded before it must have been taken. */
  abstract int steps(Observed own, boolean hearing, List<Step> before);

  /** Whether the other side cannot be further than this before it is said. */
  abstract boolean holdsBack(Observed own);

  /** Whether sound that comes after it belongs to another turn. */
  abstract boolean turns(Observed own);

  /** How long nothing may come before the play goes on without what it waits for. */
  abstract Optional<Duration> patience(Step awaited, boolean begun);

  static boolean openRun(List<Step> before) {
    return !before.isEmpty() && before.get(before.size() - 1).run();
  }

  private static boolean listening(String name) {
    return LISTENING.stream().anyMatch(name::startsWith);
  }
}
