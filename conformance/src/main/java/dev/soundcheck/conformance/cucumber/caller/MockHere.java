package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Excerpt;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.net.URI;
import java.util.Optional;

/** A mock that is started for one scenario, in this process. */
final class MockHere implements Venue {
  private final Profile profile;
  private Optional<MockVoiceServer> server = Optional.empty();

  MockHere(Profile profile) {
    this.profile = profile;
  }

  @Override
  public boolean obeys() {
    return true;
  }

  @Override
  public Target stage(Excerpt.Part part) {
    MockVoiceServer mock =
        MockVoiceServer.start(
            ServerOptions.builder()
                .profile(profile)
                .program(part.program())
                .journals(false)
                .build());
    server = Optional.of(mock);
    URI there = part.program().call().isPresent() ? mock.call(part.text()).uri() : mock.uri();
    return Target.of(there);
  }

  @Override
  public void close() {
    server.ifPresent(MockVoiceServer::close);
  }
}
