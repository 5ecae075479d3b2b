package dev.soundcheck.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5, point 1, over a socket: spoken words decide how a scenario goes on. */
@Timeout(180)
final class TwoBranchesTest {
  private static final AudioFormat STUDIO = new AudioFormat(Encoding.PCM, 24_000);
  private static final AudioFormat TELEPHONE = new AudioFormat(Encoding.PCMU, 8_000);

  private static final String DESK =
      """
      Feature: A desk
        Scenario: A table
          Given a session with server VAD
          * either the user says "Please book a table for tomorrow evening."
          * the assistant says "Booked."
          * or the user says "I want to cancel my reservation."
          * the assistant says "Cancelled."
          * otherwise
          * the assistant says "Pardon?"
      """;

  private static final String SHOP =
      """
      Feature: A shop
        Rule: Questions
          Scenario: Price
            * the user says "How much does it cost?"
            * the assistant says "Nothing at all."
          Scenario: Hours
            * the user says "When are you open tomorrow?"
            * the assistant says "All day."
          Scenario: Anything else
            * the user says anything
            * the assistant says "I do not know."
      """;

  private MockVoiceServer server = playing(DESK);

  private static MockVoiceServer playing(String feature) {
    return MockVoiceServer.start(
        ServerOptions.builder().pacing(Pacing.INSTANT).listening(true).playing(feature).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Guest guest(AudioFormat format) throws InterruptedException {
    String named =
        format.equals(STUDIO)
            ? "{\"type\":\"audio/pcm\",\"rate\":24000}"
            : "{\"type\":\"audio/pcmu\"}";
    return Guest.at(server.uri(), format, named);
  }

  private static String answer(Guest guest, String words) throws InterruptedException {
    guest.speak(SpokenVoice.embedded().speak(words));
    return guest.hear("response.output_audio_transcript.done").path("transcript").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Please book a table for tomorrow evening. | Booked.
          I want to cancel my reservation.          | Cancelled.
          What is the weather like in Paris?        | Pardon?
          """)
  void what_is_said_decides(String words, String answer) throws InterruptedException {
    for (AudioFormat format : new AudioFormat[] {STUDIO, TELEPHONE}) {
      try (Guest guest = guest(format)) {
        assertThat(answer(guest, words)).as("at %s", format).isEqualTo(answer);
      }
    }
    assertThat(server.findings()).isEmpty();
  }

  @Test
  void the_phrase_is_the_transcript() throws InterruptedException {
    try (Guest guest = guest(TELEPHONE)) {
      guest.speak(SpokenVoice.embedded().speak("I want to cancel my reservation"));
      assertThat(
              guest
                  .hear("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asString())
          .isEqualTo("I want to cancel my reservation.");
    }
  }

  @Test
  void whatever_is_said_of_a_rule_is_answered() throws InterruptedException {
    server.close();
    server = playing(SHOP);
    try (Guest guest = guest(STUDIO)) {
      assertThat(answer(guest, "When are you open tomorrow?")).isEqualTo("All day.");
      assertThat(answer(guest, "How much does it cost?")).isEqualTo("Nothing at all.");
      assertThat(answer(guest, "My hovercraft is full of eels.")).isEqualTo("I do not know.");
    }
    assertThat(server.findings()).isEmpty();
  }
}
