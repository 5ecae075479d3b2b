package dev.soundcheck.audio;

import static dev.soundcheck.audio.VoiceActivity.Kind.STARTED;
import static dev.soundcheck.audio.VoiceActivity.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vendor's voices (live-behaviour.md 7.2); issue 5, point 2: "distinct voices mapped to the
 * vendor's voice names", "level, clipping and silence checks always".
 */
@Timeout(120)
class NamedVoicesTest {
  private static final String WORDS =
      "Please leave a message after the tone and we will call you back. Where were you a year ago?";

  private static final SpeakersTraits RECORDED =
      SpeakersTraits.of(SpokenVoice.embedded().speak(WORDS));

  static List<String> names() {
    return List.of(
        ("ara eve leo rex sal carina zagan helix orion luna iris altair zenith perseus helios lux "
                + "kepler rigel cosmo celeste ursa sirius lumen castor naksh atlas aurora liora")
            .split(" "));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_voice_has_the_pitch_and_the_throat_of_its_timbre(String name) {
    SpeakersTraits heard = SpeakersTraits.of(SpokenVoice.embedded().as(name).speak(WORDS));
    Timbre timbre = Timbre.of(name);
    assertThat(heard.pitch()).isBetween(0.85 * timbre.pitch(), 1.05 * timbre.pitch());
    assertThat(heard.throatAgainst(RECORDED)).isCloseTo(timbre.throat(), within(0.015));
  }

  /** Two semitones, or three hundredths of all resonances. */
  @Test
  void every_two_voices_differ_so_that_it_is_heard() {
    for (String one : names()) {
      for (String other : names()) {
        Timbre here = Timbre.of(one);
        Timbre there = Timbre.of(other);
        boolean apart =
            ratio(here.pitch(), there.pitch()) > 1.12
                || ratio(here.throat(), there.throat()) > 1.03;
        assertThat(apart).as("%s and %s", one, other).isEqualTo(!one.equals(other));
      }
    }
  }

  /** live-behaviour.md 7.2 says what ara, eve, leo, rex and sal are. */
  @Test
  void women_and_men_are_told_apart_by_pitch_and_throat_and_sal_lies_between() {
    List<SpeakersTraits> women = traits("ara", "eve");
    List<SpeakersTraits> men = traits("leo", "rex");
    SpeakersTraits neutral = traits("sal").get(0);
    for (SpeakersTraits woman : women) {
      for (SpeakersTraits man : men) {
        assertThat(woman.pitch()).isGreaterThan(1.5 * man.pitch());
        assertThat(woman.throatAgainst(man)).isGreaterThan(1.08);
        assertThat(neutral.pitch()).isBetween(1.1 * man.pitch(), woman.pitch() / 1.1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_voice_is_loud_enough_clips_nowhere_and_is_one_turn_for_the_detector(String name) {
    Pcm speech = SpokenVoice.embedded().as(name).speak("What is the weather in Paris?");
    Levels levels = Levels.of(speech);
    assertThat(levels.peak()).isCloseTo(-3, within(0.1));
    assertThat(levels.rms()).isBetween(-24.0, -15.0);
    GroundTruth truth = GroundTruth.of(speech);
    assertThat(truth.start()).isLessThanOrEqualTo(Duration.ofMillis(50));
    assertThat(speech.duration().minus(truth.end())).isLessThanOrEqualTo(Duration.ofMillis(60));
    VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, speech.rate());
    assertThat(ears.hear(Sounds.amidSilence(speech, Duration.ofSeconds(1))))
        .extracting(Edge::kind)
        .containsExactly(STARTED, STOPPED);
  }

  /** Neither the pitch nor the throat makes a voice slower, so that scenarios last as long. */
  @ParameterizedTest
  @MethodSource("names")
  void a_voice_takes_as_long_as_any_other(String name) {
    double usual = SpokenVoice.embedded().speak(WORDS).length();
    assertThat(SpokenVoice.embedded().as(name).speak(WORDS).length() / usual)
        .isCloseTo(1, within(0.02));
  }

  @Test
  void names_in_capitals_are_the_same_and_unknown_names_get_one_of_the_voices() {
    assertThat(Timbre.of("Ara")).isEqualTo(Timbre.of("ara"));
    Timbre unknown = Timbre.of("nlbqfwie");
    assertThat(names().stream().map(Timbre::of)).contains(unknown);
    assertThat(Timbre.of("NLBQFWIE")).isEqualTo(unknown);
  }

  private static List<SpeakersTraits> traits(String... names) {
    return List.of(names).stream()
        .map(name -> SpeakersTraits.of(SpokenVoice.embedded().as(name).speak(WORDS)))
        .toList();
  }

  private static double ratio(double one, double other) {
    return Math.max(one, other) / Math.min(one, other);
  }
}
