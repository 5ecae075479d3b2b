package dev.soundcheck.conformance.cucumber.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.cucumber.VoiceService;
import dev.soundcheck.conformance.docs.WeatherApp;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An app's own steps, as somebody might write them. */
public final class AppSteps {
  private final VoiceService service;
  private CompletableFuture<String> answer = new CompletableFuture<>();

  public AppSteps(VoiceService service) {
    this.service = service;
  }

  @Given("the suite is in a hurry")
  public void hurry() {
    VoiceService.current().patience(Duration.ofMillis(300));
  }

  @When("the app is asked {string}")
  public void ask(String question) {
    WeatherApp app = connected();
    answer = CompletableFuture.supplyAsync(() -> app.ask(question));
  }

  @When("the app only connects")
  public void connect() {
    var unused = connected();
  }

  /** The server hears of a connection a moment later than the app. */
  private WeatherApp connected() {
    WeatherApp app = new WeatherApp(service.uri());
    await().until(() -> !service.server().connections().isEmpty());
    return app;
  }

  @Then("the app shows {string}")
  public void shows(String words) {
    assertThat(answer.join()).isEqualTo(words);
  }
}
