package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.VoiceActivity.Edge;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ours beside others, who are asked frame by frame in a process of their own
 * (audio/listening/ears/judge.py). They hear 16 kHz, as they were made for.
 */
final class OtherDetectors implements Detectors, AutoCloseable {
  private static final int RATE = 16_000;
  private static final int FRAME = RATE / 100;
  private static final int CHUNK = 512;

  /** Single frames of noise pass for speech with it; three in a row seldom do. */
  private static final Turns.Rule WEBRTC = new Turns.Rule(Duration.ofMillis(10), 3, 0.5, 0.5);

  /** Its authors' own limits: sure enough to begin, and still sure enough to go on. */
  private static final Turns.Rule SILERO = new Turns.Rule(Duration.ofMillis(32), 1, 0.5, 0.35);

  private final Process process;
  private final OutputStream out;
  private final DataInputStream in;

  OtherDetectors(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = new BufferedOutputStream(process.getOutputStream());
    in = new DataInputStream(process.getInputStream());
  }

  @Override
  public Map<String, List<Edge>> hear(Pcm sound, Duration silence) {
    Map<String, List<Edge>> heard = new LinkedHashMap<>();
    heard.put("Soundcheck", Detectors.ours(sound, silence));
    Pcm wide = Resampler.resample(sound, RATE);
    try {
      ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.write(size.putInt(wide.length()).array());
      out.write(wide.littleEndian());
      out.flush();
      byte[] frames = in.readNBytes(wide.length() / FRAME);
      byte[] chunks = in.readNBytes(wide.length() / CHUNK * Float.BYTES);
      heard.put("WebRTC", Turns.of(flags(frames), WEBRTC, silence));
      heard.put("Silero", Turns.of(floats(chunks), SILERO, silence));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }

  private static double[] flags(byte[] frames) {
    double[] sure = new double[frames.length];
    for (int i = 0; i < sure.length; i++) {
      sure[i] = frames[i];
    }
    return sure;
  }

  private static double[] floats(byte[] bytes) {
    ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] sure = new double[bytes.length / Float.BYTES];
    for (int i = 0; i < sure.length; i++) {
      sure[i] = floats.getFloat();
    }
    return sure;
  }

  /** The process ends when it has nothing more to read. */
  @Override
  public void close() throws IOException {
    out.close();
    in.close();
  }
}
