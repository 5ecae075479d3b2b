package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.OpenMicrophone;
import dev.soundcheck.conformance.device.DeviceMicrophone;
import dev.soundcheck.conformance.device.DeviceSpeaker;
import java.time.Duration;
import java.util.Optional;

/** Somebody at a microphone, who may have a keyboard. */
final class Person implements OpenMicrophone {
  private final DeviceMicrophone microphone;
  private final Optional<DeviceSpeaker> loudspeaker;
  private final boolean byHand;
  private final boolean mute;
  private final Optional<Duration> lasting;
  private volatile boolean held;
  private volatile boolean leaving;
  private Duration recorded = Duration.ZERO;

  /**
   * Somebody who has not spoken yet.
   *
   * @param byHand whether he has the word only when he took it
   * @param mute whether nothing is recorded while the loudspeaker sounds
   * @param lasting how much he may say
   */
  Person(
      DeviceMicrophone microphone,
      Optional<DeviceSpeaker> loudspeaker,
      boolean byHand,
      boolean mute,
      Optional<Duration> lasting) {
    this.microphone = microphone;
    this.loudspeaker = loudspeaker;
    this.byHand = byHand;
    this.mute = mute;
    this.lasting = lasting;
  }

  @Override
  public Pcm recorded() {
    Pcm sound = microphone.recorded();
    recorded = recorded.plus(sound.duration());
    boolean deaf = mute && loudspeaker.filter(DeviceSpeaker::sounding).isPresent();
    return deaf ? new Pcm(new short[sound.length()], sound.rate()) : sound;
  }

  @Override
  public boolean held() {
    return !byHand || held;
  }

  @Override
  public boolean over() {
    return leaving
        || microphone.over()
        || lasting.filter(limit -> recorded.compareTo(limit) >= 0).isPresent();
  }

  /** Takes the word, or gives it back; true when he has it now. */
  boolean pressed() {
    held = !held;
    return held;
  }

  /** Wants to go. */
  void leave() {
    leaving = true;
  }
}
