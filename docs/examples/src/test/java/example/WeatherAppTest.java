package example;

import static dev.soundcheck.schemas.EventType.SESSION_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.junit.WithVoiceServer;
import org.junit.jupiter.api.Test;

/** The app, tested with JUnit: each test has a mock server of its own. */
@WithVoiceServer("tools/one-tool-call-with-a-spoken-preamble")
class WeatherAppTest {
  @Test
  void looks_the_weather_up_before_it_answers(MockVoiceServer server) throws Exception {
    try (WeatherApp app = new WeatherApp(server.uri())) {
      app.ask("What is the weather in Paris?");

      assertThat(app.answer()).isEqualTo("It is foggy and twelve degrees in Paris.");
    }
  }

  @Test
  @WithVoiceServer(
      """
      Feature: Small talk
        Scenario: Nothing to look up
          Given a session with server VAD and the tool "get_weather"
          When the user types "Good morning"
          Then the assistant says "Good morning to you."
      """)
  void looks_nothing_up_for_a_greeting(MockVoiceServer server) throws Exception {
    try (WeatherApp app = new WeatherApp(server.uri())) {
      app.ask("Good morning");

      assertThat(app.answer()).isEqualTo("Good morning to you.");
      assertThat(server.awaitEvent(SESSION_UPDATE).json().at("/session/tools/0/name").asString())
          .isEqualTo("get_weather");
    }
  }
}
