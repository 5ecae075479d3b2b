package example;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Asks one thing, prints the answer and keeps its sound. XAI_REALTIME_URL says where the service
 * is, if it is not xAI's own; XAI_API_KEY is the key.
 */
public final class WeatherApp {
  private static final String SERVICE = "wss://api.x.ai/v1/realtime?model=grok-voice-latest";

  private WeatherApp() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Expected two arguments: what is asked, and a WAV file for the answer.");
      System.exit(2);
    }
    URI service = URI.create(System.getenv().getOrDefault("XAI_REALTIME_URL", SERVICE));
    String key = System.getenv().getOrDefault("XAI_API_KEY", "");
    var sound = new Recording();
    try (var call = new Call(service, key, sound, city -> "sunny in " + city + ", 21 degrees")) {
      call.type(arguments[0]);
      System.out.println(call.answer());
    }
    sound.save(new File(arguments[1]));
  }

  /** A loudspeaker that keeps what it would play. */
  private static final class Recording implements Speaker {
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

    @Override
    public synchronized void play(byte[] piece) {
      sound.writeBytes(piece);
    }

    @Override
    public void stop() {}

    synchronized void save(File file) throws IOException {
      var format = new AudioFormat(Call.RATE, 16, 1, true, false);
      var samples = new ByteArrayInputStream(sound.toByteArray());
      AudioSystem.write(
          new AudioInputStream(samples, format, sound.size() / 2),
          AudioFileFormat.Type.WAVE,
          file);
    }
  }
}
