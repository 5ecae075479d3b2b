package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundDecoder;
import dev.soundcheck.audio.SoundText;
import dev.soundcheck.server.session.Cue.Oddity;
import java.util.Optional;

/**
 * The client's sound on its way in: text or bytes become samples. What cannot is refused, what is
 * merely odd is noticed, and neither does harm to what comes after it
 * (docs/decisions/bad-sound.md).
 */
final class Intake {
  private final Stage stage;
  private AudioFormat format;
  private SoundDecoder decoder;
  private Optional<String> clash = Optional.empty();

  Intake(Stage stage) {
    this.stage = stage;
    this.format = stage.configuration().input().format();
    this.decoder = format.decoder();
  }

  /** Takes sound in the format configured now; tells whether sound that came before waits. */
  void tune(boolean waiting) {
    AudioFormat next = stage.configuration().input().format();
    if (next.equals(format)) {
      return;
    }
    ends("the format of the input changed");
    boolean mixed = waiting && next.rate() != format.rate();
    if (mixed && stage.dialect().mixedRates() == Dialect.MixedRates.FATAL) {
      clash = Optional.of("{%d, %d}".formatted(next.rate(), format.rate()));
    }
    format = next;
    decoder = next.decoder();
  }

  /** Refuses sound that would be mixed with sound of another rate; whether it did. */
  boolean clashes(Optional<String> eventId) {
    Optional<String> rates = clash;
    rates.ifPresent(
        both -> {
          notice(Oddity.OTHER_RATE, "sound of two rates, %s Hz, before a commit".formatted(both));
          stage.refuse(stage.setup().refusals().mixedRates(both, eventId));
        });
    return rates.isPresent();
  }

  /** The sound of an append, if there is any. */
  Optional<Pcm> text(ClientEvent event) {
    String audio = event.json().path("audio").asString("");
    try {
      byte[] bytes = SoundText.bytes(audio);
      if (!SoundText.padded(audio)) {
        notice(
            Oddity.UNPADDED,
            "an append of %d characters lacks the '=' at its end; it is heard all the same"
                .formatted(audio.length()));
      }
      return bytes(bytes, event.eventId());
    } catch (AudioException notBase64) {
      return refuse(Oddity.NOT_BASE64, notBase64, event.eventId());
    }
  }

  /** The sound of these bytes, if there is any. */
  Optional<Pcm> bytes(byte[] bytes, Optional<String> eventId) {
    if (bytes.length == 0) {
      notice(Oddity.EMPTY, "a message held no sound; nothing happens");
      return Optional.empty();
    }
    try {
      return Optional.of(decoder.decode(bytes));
    } catch (AudioException noSound) {
      return refuse(Oddity.NOT_OF_ITS_FORMAT, noSound, eventId);
    }
  }

  /** What comes next does not belong to what came before. */
  void ends(String why) {
    clash = Optional.empty();
    if (decoder.held() > 0) {
      notice(
          Oddity.HALF_A_SAMPLE,
          "half a sample (%d byte) was left over when %s; it is dropped, so that what follows is in step"
              .formatted(decoder.held(), why));
      forget();
    }
  }

  /** What came before is not wanted any more. */
  void forget() {
    clash = Optional.empty();
    decoder = decoder.held() > 0 ? format.decoder() : decoder;
  }

  private Optional<Pcm> refuse(Oddity oddity, AudioException why, Optional<String> eventId) {
    String what = String.valueOf(why.getMessage());
    notice(oddity, what);
    stage.refuse(stage.setup().refusals().noSound(what, eventId));
    return Optional.empty();
  }

  private void notice(Oddity oddity, String what) {
    stage.notice(new Cue.Noticed(oddity, "The client's sound: %s.".formatted(what)));
  }
}
