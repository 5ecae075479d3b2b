package dev.soundcheck.conformance.device;

import dev.soundcheck.audio.Pcm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.spi.MixerProvider;

/**
 * Sound cards that {@code javax.sound} finds like any others: a headset (48 kHz, mono), a studio
 * (44.1 kHz, stereo), a microphone that another program has, and a horn that only plays. Public
 * because the JDK makes it.
 */
public final class FakeSoundCards extends MixerProvider {
  /** The lines that were opened last, by their cards' names. */
  static final Map<String, FakeMicrophone> MICROPHONES = new ConcurrentHashMap<>();

  static final Map<String, FakeSpeaker> SPEAKERS = new ConcurrentHashMap<>();

  private static final Card BUSY = new Card(new Info("Fake busy card"), 48_000, 1, true);

  private static final List<Card> CARDS =
      List.of(
          new Card(new Info("Fake headset"), 48_000, 1, true),
          new Card(new Info("Fake studio"), 44_100, 2, true),
          new Card(new Info("Fake telephone"), 48_000, 1, true),
          BUSY,
          new Card(new Info("Fake horn"), 48_000, 1, false));

  private record Card(Mixer.Info info, int rate, int channels, boolean records) {
    private boolean supports(Line.Info wanted) {
      Class<?> kind = wanted.getLineClass();
      boolean fits = kind == SourceDataLine.class || (records && kind == TargetDataLine.class);
      return fits
          && Arrays.stream(((DataLine.Info) wanted).getFormats())
              .anyMatch(
                  format -> format.getSampleRate() == rate && format.getChannels() == channels);
    }
  }

  private static final class Info extends Mixer.Info {
    Info(String name) {
      super(name, "Soundcheck", "For tests", "1");
    }
  }

  @Override
  public Mixer.Info[] getMixerInfo() {
    return CARDS.stream().map(card -> card.info).toArray(Mixer.Info[]::new);
  }

  @Override
  public Mixer getMixer(Mixer.Info info) {
    Card card =
        CARDS.stream()
            .filter(one -> one.info.equals(info))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not one of these: " + info));
    return Playing.as(
        Mixer.class,
        (method, args) ->
            switch (method) {
              case "getMixerInfo" -> card.info;
              case "isLineSupported" -> card.supports((Line.Info) args[0]);
              case "getLine" -> line(card, (Line.Info) args[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static Line line(Card card, Line.Info wanted) {
    String name = card.info.getName();
    if (card.equals(BUSY)) {
      Class<? extends Line> kind = wanted.getLineClass().asSubclass(Line.class);
      return Playing.as(
          kind,
          (method, args) -> {
            throw new LineUnavailableException("line is taken");
          });
    }
    if (wanted.getLineClass() == TargetDataLine.class) {
      FakeMicrophone microphone = new FakeMicrophone();
      MICROPHONES.put(name, microphone);
      return microphone.line();
    }
    FakeSpeaker speaker = new FakeSpeaker();
    SPEAKERS.put(name, speaker);
    return speaker.line();
  }

  /** The microphone of this card records this, and its loudspeaker plays as much. */
  public static void pass(String card, Pcm sound) {
    Optional.ofNullable(MICROPHONES.get(card)).ifPresent(it -> it.records(sound.littleEndian()));
    Optional.ofNullable(SPEAKERS.get(card)).ifPresent(it -> it.play(sound.length()));
  }

  /** What the loudspeaker of this card, which has one channel, was given. */
  public static Pcm played(String card) {
    return Pcm.ofLittleEndian(Objects.requireNonNull(SPEAKERS.get(card)).written(), 48_000);
  }

  static AudioFormat format(Object[] args) {
    return (AudioFormat) args[0];
  }
}
