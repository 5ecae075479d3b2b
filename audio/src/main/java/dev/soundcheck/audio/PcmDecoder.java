package dev.soundcheck.audio;

import java.util.Arrays;

/** Signed 16-bit little-endian bytes to samples; an odd byte waits for the next message. */
final class PcmDecoder implements SoundDecoder {
  private final int rate;
  private byte[] odd = {};

  PcmDecoder(int rate) {
    this.rate = rate;
  }

  @Override
  public Pcm decode(byte[] bytes) {
    byte[] all = odd.length == 0 ? bytes : joined(bytes);
    odd = Arrays.copyOfRange(all, all.length - all.length % 2, all.length);
    return Pcm.ofLittleEndian(all, rate);
  }

  @Override
  public int held() {
    return odd.length;
  }

  private byte[] joined(byte[] bytes) {
    byte[] all = Arrays.copyOf(odd, odd.length + bytes.length);
    System.arraycopy(bytes, 0, all, odd.length, bytes.length);
    return all;
  }
}
