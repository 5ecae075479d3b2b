package dev.soundcheck.audio;

import java.util.List;

/** Turns the sound of one stream into messages. Keeps what a codec remembers between them. */
public interface SoundEncoder {
  /**
   * The sound as messages: one, for Opus one for each packet.
   *
   * @param sound at the format's own rate, a multiple of {@link AudioFormat#grain} samples
   * @throws AudioException when it is neither
   */
  List<byte[]> encode(Pcm sound);
}
