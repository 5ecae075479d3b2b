package example;

import static dev.soundcheck.schemas.EventType.SESSION_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.junit.WithVoiceServer;
import org.junit.jupiter.api.Test;

/**
 * The app in calls with the mock, a server for each test: each plays a scenario of
 * features/weather/weather.feature, and a line that was not met fails the test.
 */
class WeatherTest {
  private static final String FEATURES = "features";

  private final Loudspeaker speaker = new Loudspeaker();

  private Call call(MockVoiceServer server) {
    return new Call(
        server.uri(),
        "any",
        speaker,
        city -> city.equals("Paris") ? "foggy, 12 degrees" : "unknown");
  }

  @Test
  @WithVoiceServer(features = FEATURES, value = "weather/a-greeting")
  void the_assistant_greets(MockVoiceServer server) throws Exception {
    try (Call call = call(server)) {
      call.greet();

      assertThat(call.answer()).isEqualTo("Hello. Which city shall I look up?");
      assertThat(speaker.bytes()).isGreaterThan(Call.RATE);
      assertThat(server.awaitEvent(SESSION_UPDATE).json().at("/session/tools/0/name").asString())
          .isEqualTo("get_weather");
    }
  }

  @Test
  @WithVoiceServer(features = FEATURES, value = "weather/a-tool-call-with-a-spoken-preamble")
  void the_weather_is_looked_up_before_it_is_told(MockVoiceServer server) throws Exception {
    try (Call call = call(server)) {
      call.type("What is the weather in Paris?");

      assertThat(call.answer())
          .isEqualTo("Let me check. It is foggy and twelve degrees in Paris.");
    }
  }

  @Test
  @WithVoiceServer(features = FEATURES, value = "weather/a-user-who-breaks-in")
  void the_assistant_is_silent_when_the_user_breaks_in(MockVoiceServer server) throws Exception {
    try (Call call = call(server)) {
      call.type("How was this year?");
      assertThat(speaker.awaitBeginning()).isTrue();
      Microphone.speak(call, "enough.wav");

      assertThat(call.answer()).isEqualTo("As you like.");
      assertThat(speaker.wasStopped()).as("silent while the user spoke").isTrue();
    }
  }
}
