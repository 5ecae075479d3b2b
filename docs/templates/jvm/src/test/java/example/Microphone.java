package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A recording, taken as a microphone takes it: 20 ms every 20 ms, and a second's silence behind. */
final class Microphone {
  private static final int PIECE = Call.RATE / 50 * 2;

  private Microphone() {}

  /** Returns when all of it was heard by the call. */
  static void speak(Call call, String recording) {
    byte[] sound = samples(recording);
    var done = new CompletableFuture<Void>();
    var timer = Executors.newSingleThreadScheduledExecutor();
    try {
      var next = new Object() {
            int start;
          };
      timer.scheduleAtFixedRate(
          () -> {
            if (next.start >= sound.length) {
              done.complete(null);
              return;
            }
            call.hear(Arrays.copyOfRange(sound, next.start, next.start + PIECE));
            next.start += PIECE;
          },
          0,
          20,
          TimeUnit.MILLISECONDS);
      done.orTimeout(20, TimeUnit.SECONDS).join();
    } finally {
      timer.shutdownNow();
    }
  }

  private static byte[] samples(String recording) {
    try (var wav = AudioSystem.getAudioInputStream(Microphone.class.getResource(recording))) {
      byte[] sound = wav.readAllBytes();
      return Arrays.copyOf(sound, sound.length + Call.RATE * 2);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (UnsupportedAudioFileException broken) {
      throw new IllegalArgumentException(recording + " is no WAV", broken);
    }
  }
}
