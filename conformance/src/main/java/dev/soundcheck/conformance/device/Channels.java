package dev.soundcheck.conformance.device;

import dev.soundcheck.audio.Pcm;
import java.util.Arrays;

/** One channel out of as many as a device has, and back. */
final class Channels {
  private Channels() {}

  /** The mean of all channels of the first {@code length} bytes, 16 bits little-endian. */
  static Pcm mixed(byte[] bytes, int length, int channels, int rate) {
    short[] all = Pcm.ofLittleEndian(Arrays.copyOf(bytes, length), rate).samples();
    short[] one = new short[all.length / channels];
    for (int i = 0; i < one.length; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += all[i * channels + channel];
      }
      one[i] = (short) (sum / channels);
    }
    return new Pcm(one, rate);
  }

  /** The same on every channel, as bytes. */
  static byte[] spread(Pcm sound, int channels) {
    short[] all = new short[sound.length() * channels];
    for (int i = 0; i < all.length; i++) {
      all[i] = sound.samples()[i / channels];
    }
    return new Pcm(all, sound.rate()).littleEndian();
  }
}
