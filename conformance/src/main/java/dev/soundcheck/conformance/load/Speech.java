package dev.soundcheck.conformance.load;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.audio.VoiceActivity.Edge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What a user says, written once for all sessions as {@code input_audio_buffer.append} events.
 *
 * @param appends the events, as UTF-8; shared, never changed
 * @param silence the event for as much silence
 * @param chunk how much sound each carries
 * @param begins where in it the voice begins
 * @param ends where it ends
 * @param realTime whether it is sent as fast as it is spoken; at once otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // Sent by thousands of sessions; nobody compares them.
public record Speech(
    List<byte[]> appends,
    byte[] silence,
    Duration chunk,
    Duration begins,
    Duration ends,
    boolean realTime) {
  /** What most clients send at once. */
  public static final Duration CHUNK = Duration.ofMillis(100);

  public Speech {
    appends = List.copyOf(appends);
  }

  /** This sound in a format of the wire, in chunks of a tenth of a second. */
  public static Speech of(Pcm sound, AudioFormat format, boolean realTime) {
    Pcm spoken = Resampler.resample(sound, format.rate());
    int samples = Pcm.samplesIn(CHUNK, format.rate());
    List<byte[]> appends = new ArrayList<>();
    for (int from = 0; from < spoken.length(); from += samples) {
      Pcm piece = spoken.slice(from, Math.min(from + samples, spoken.length()));
      Pcm rest = new Pcm(new short[samples - piece.length()], format.rate());
      appends.add(append(format.encode(piece.then(rest))));
    }
    List<Edge> edges = edges(spoken);
    Pcm nothing = Pcm.silence(CHUNK, format.rate());
    return new Speech(
        appends,
        append(format.encode(nothing)),
        CHUNK,
        edges.isEmpty() ? Duration.ZERO : edges.get(0).at(),
        edges.isEmpty() ? spoken.duration() : edges.get(edges.size() - 1).at(),
        realTime);
  }

  /** How many chunks of silence the server must hear before it can know that speech has ended. */
  int trailing(Duration silence) {
    return Math.toIntExact(silence.plus(CHUNK.multipliedBy(2)).dividedBy(chunk));
  }

  /** Where speech begins and ends, the last end brought about by silence after it. */
  private static List<Edge> edges(Pcm spoken) {
    VoiceActivity ear = new VoiceActivity(VoiceActivity.Settings.DEFAULT, spoken.rate());
    return ear.hear(spoken.then(Pcm.silence(Duration.ofSeconds(1), spoken.rate())));
  }

  private static byte[] append(byte[] sound) {
    String event =
        "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(sound));
    return event.getBytes(StandardCharsets.UTF_8);
  }
}
