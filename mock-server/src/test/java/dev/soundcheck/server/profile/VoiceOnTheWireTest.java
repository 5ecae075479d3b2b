package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which voice answers are spoken (live-behaviour.md 1.3, 2.11 and 7.2; events.yaml, voice). */
class VoiceOnTheWireTest {
  private final List<String> spoken = new ArrayList<>();
  private final Studio studio =
      Studio.with(
          Profile.LIVE,
          setup ->
              new Setup(
                      setup.dialect(),
                      "",
                      setup.ids(),
                      new Named("nobody", spoken),
                      setup.openedAt())
                  .with(Pace.INSTANT));

  /** Remembers who said what. */
  private record Named(String name, List<String> spoken) implements Voice {
    @Override
    public int rate() {
      return 16_000;
    }

    @Override
    public Pcm speak(String words) {
      spoken.add(name + ": " + words);
      return new Pcm(new short[1600], rate());
    }

    @Override
    public Voice as(String other) {
      return new Named(other, spoken);
    }
  }

  /** The snapshot at opening says ara (live-behaviour.md 1.2). */
  @Test
  void a_session_that_sets_no_voice_has_that_of_the_snapshot() {
    answers("Hello.");
    assertThat(spoken).containsExactly("ara: Hello.");
  }

  @ParameterizedTest
  @CsvSource({
    "eve, eve",
    "Rex, rex",
    "xai_sal, sal",
    "alloy, ara", // unknown voice silently becomes the default
    "NLBQFWIE, nlbqfwie", // a custom voice is the team's own
  })
  void the_voice_that_is_set_speaks_and_is_echoed(String asked, String speaks) {
    studio.configures("\"voice\":\"%s\"".formatted(asked));
    answers("Hello.");
    assertThat(spoken).containsExactly(speaks + ": Hello.");
    assertThat(studio.the(EventType.SESSION_UPDATED).at("/session/voice").asString())
        .isEqualTo(speaks);
  }

  @Test
  void a_forced_message_may_have_a_voice_of_its_own() {
    studio.configures("\"voice\":\"leo\"");
    forces("\"voice\":\"Eve\",", "Please hold.");
    forces("", "Thank you.");
    answers("Hello.");
    assertThat(spoken).containsExactly("eve: Please hold.", "leo: Thank you.", "leo: Hello.");
  }

  private void answers(String words) {
    studio.willSay(words).types("Hi.").asksForResponse();
  }

  private void forces(String voice, String words) {
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",%s
         "content":[{"type":"output_text","text":"%s"}]}}"""
            .formatted(voice, words));
  }
}
