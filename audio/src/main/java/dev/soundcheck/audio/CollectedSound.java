package dev.soundcheck.audio;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.sound.sampled.AudioFormat;

/** The loudspeaker of the synthesizer: keeps what it would play, 16-bit big-endian. */
final class CollectedSound implements AudioPlayer {
  private final ByteArrayOutputStream played = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);

  /** The samples played since the last call. */
  short[] take() {
    short[] samples = new short[played.size() / 2];
    ByteBuffer.wrap(played.toByteArray()).asShortBuffer().get(samples);
    played.reset();
    return samples;
  }

  @Override
  public boolean write(byte[] audioData) {
    return write(audioData, 0, audioData.length);
  }

  @Override
  public boolean write(byte[] audioData, int offset, int size) {
    played.write(audioData, offset, size);
    return true;
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
