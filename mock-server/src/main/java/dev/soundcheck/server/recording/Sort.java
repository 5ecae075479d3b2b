package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import java.util.Set;

/** How something that was seen counts when a recording is played. */
enum Sort {
  /** Comes by the clock and answers nothing: pings, pongs, silences. */
  IDLE,
  /** A piece of something longer; how it is cut means nothing, how much it is does. */
  STREAM,
  /** One event. */
  EVENT,
  /** Text that is no event. */
  GARBLED,
  CLOSE;

  private static final Set<String> PULSE = Set.of("ping", "pong");
  private static final Set<String> PIECES =
      Set.of("input_audio_buffer.append", "conversation.item.input_audio_transcription.updated");

  static Sort of(Observed seen) {
    if (seen instanceof Observed.Message message) {
      return PULSE.contains(message.type()) ? IDLE : isPiece(message.type()) ? STREAM : EVENT;
    }
    if (seen instanceof Observed.Binary) {
      return STREAM;
    }
    return seen instanceof Observed.Closed
        ? CLOSE
        : seen instanceof Observed.Malformed ? GARBLED : IDLE;
  }

  /** What it is called; sound of a client is the same in either form. */
  static String name(Observed seen) {
    if (seen instanceof Observed.Message message) {
      return message.type();
    }
    return seen instanceof Observed.Binary ? Sound.APPEND : "text that is no event";
  }

  private static boolean isPiece(String type) {
    return type.endsWith(".delta") || PIECES.contains(type);
  }
}
