package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cucumber.VoiceService;
import io.cucumber.java.After;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The app's own steps; all others are Soundcheck's. */
public final class WeatherSteps {
  private final VoiceService service;
  private WeatherApp app;

  public WeatherSteps(VoiceService service) {
    this.service = service;
  }

  @When("the app is asked {string}")
  public void ask(String question) {
    app = new WeatherApp(service.uri());
    app.ask(question);
  }

  @Then("the app shows {string}")
  public void shows(String answer) throws InterruptedException {
    assertThat(app.answer()).isEqualTo(answer);
  }

  @After
  public void hangUp() {
    if (app != null) {
      app.close();
    }
  }
}
