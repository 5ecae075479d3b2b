package dev.soundcheck.audio;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sound format as the protocol names it (events.yaml, {@code audio_formats}).
 *
 * @param encoding how samples become bytes
 * @param rate samples per second
 */
public record AudioFormat(Encoding encoding, int rate) {
  /** Encodings this project speaks. */
  public enum Encoding {
    PCM("audio/pcm", 24_000, 2),
    PCMU("audio/pcmu", 8_000, 1),
    PCMA("audio/pcma", 8_000, 1),
    OPUS("audio/opus", OpusPackets.RATE, 0);

    private final String wire;
    private final int usualRate;
    private final int bytesPerSample;

    Encoding(String wire, int usualRate, int bytesPerSample) {
      this.wire = wire;
      this.usualRate = usualRate;
      this.bytesPerSample = bytesPerSample;
    }

    /**
     * Its name in a session's {@code format.type}, such as {@code audio/pcm} (events.yaml,
     * audio_formats).
     */
    public String wire() {
      return wire;
    }
  }

  /** Signed 16-bit little-endian at 24 kHz, what the service uses unasked. */
  public static final AudioFormat DEFAULT = new AudioFormat(Encoding.PCM, 24_000);

  /** Rates of {@code audio/pcm}: the guide's, the machine-readable file's and early clients'. */
  public static final Set<Integer> PCM_RATES =
      Set.of(8_000, 11_025, 16_000, 21_050, 22_050, 24_000, 32_000, 44_100, 48_000);

  /**
   * The format of this wire name; without a rate, its usual one. Empty when the name is unknown.
   */
  public static Optional<AudioFormat> of(String wire, Optional<Integer> rate) {
    for (Encoding encoding : Encoding.values()) {
      if (encoding.wire().equals(wire)) {
        return Optional.of(new AudioFormat(encoding, rate.orElse(encoding.usualRate)));
      }
    }
    return Optional.empty();
  }

  /** Whether the protocol knows this rate of this encoding; all but PCM have one. */
  public boolean documented() {
    return encoding == Encoding.PCM ? PCM_RATES.contains(rate) : rate == encoding.usualRate;
  }

  /** How many samples a message is a multiple of: one, for Opus those of exactly one packet. */
  public int grain() {
    return encoding == Encoding.OPUS ? OpusPackets.SAMPLES : 1;
  }

  /** So many samples, and as many more as fill up the last message. */
  public int filled(int samples) {
    return (samples + grain() - 1) / grain() * grain();
  }

  /** 0 for Opus, whose packets differ in size. */
  public int bytesPerSample() {
    return encoding.bytesPerSample;
  }

  /**
   * Samples as bytes; the sound is resampled when its rate differs. Sound that comes in pieces goes
   * through one {@link ResamplingStream} first, or the seams are heard.
   *
   * @throws AudioException for Opus, whose packets must be kept apart: see {@link #encoded}
   */
  public byte[] encode(Pcm sound) {
    Pcm fitting = Resampler.resample(sound, rate);
    return switch (encoding) {
      case PCM -> fitting.littleEndian();
      case PCMU -> G711.MU.encode(fitting.samples());
      case PCMA -> G711.A.encode(fitting.samples());
      case OPUS ->
          throw new AudioException("Opus is no run of bytes; expected to be asked for packets");
    };
  }

  /** The same, to be cut into messages. */
  public Encoded encoded(Pcm sound) {
    return encoded(Reel.of(List.of(Resampler.resample(sound, rate)), rate));
  }

  /** The same for sound that has the rate of this format. */
  public Encoded encoded(Reel sound) {
    return encoding == Encoding.OPUS
        ? new Encoded.Packets(OpusPackets.of(sound.whole()), OpusPackets.SAMPLES)
        : new Encoded.Plain(this, sound);
  }

  /** An encoder of one stream of sound in this format, not to be shared by threads. */
  public SoundEncoder encoder() {
    return encoding == Encoding.OPUS ? new OpusPacketEncoder() : sound -> List.of(encode(sound));
  }

  /**
   * A decoder of one stream of bytes in this format, not to be shared by threads; it keeps what a
   * message cuts in half.
   */
  public SoundDecoder decoder() {
    return switch (encoding) {
      case PCM -> new PcmDecoder(rate);
      case PCMU -> bytes -> new Pcm(G711.MU.decode(bytes), rate);
      case PCMA -> bytes -> new Pcm(G711.A.decode(bytes), rate);
      case OPUS -> new OpusPacketDecoder();
    };
  }
}
