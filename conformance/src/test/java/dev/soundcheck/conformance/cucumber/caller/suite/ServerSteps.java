package dev.soundcheck.conformance.cucumber.caller.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cucumber.caller.VoiceCall;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** Steps of somebody who tests a server, as they might write them. */
public final class ServerSteps {
  private final VoiceCall call;

  public ServerSteps(VoiceCall call) {
    this.call = call;
  }

  @Given("the gateway runs at {string}")
  public void runs(String address) {
    call.at(URI.create(address));
  }

  @Given("it speaks {string}")
  public void speaks(String profile) {
    VoiceCall.current().profile(Profile.named(profile).orElseThrow());
  }

  @Given("the call is in a hurry")
  public void hurry() {
    call.patience(Duration.ofMillis(300));
  }

  @Given("breaches are looked at later")
  public void later() {
    call.breachesDoNotFail();
  }

  @Given("only a mock is like that")
  public void onlyWithMock() {
    call.onlyWithMock("it is a thing of mocks");
  }

  @Then("{string} was seen")
  public void seen(String type) {
    assertThat(
            call.seen().stream()
                .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : null)
                .map(Observed.Message::type))
        .contains(type);
  }
}
