package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Shared;
import dev.soundcheck.server.session.Dialect.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drives a session as the captured clients did and compares what it says with what the live service
 * said: the order of events, and the keys of each and their order (../shared/live-sessions).
 */
class CaptureReplayTest {
  static Stream<Path> captures() throws IOException {
    Path folder = Shared.file("live-sessions");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void a_session_says_what_the_live_service_said(Path file) {
    Capture capture = Capture.read(file);
    Studio studio =
        Studio.choosing(
            Profile.LIVE_2026_07, dialect -> dialect.with(ModelName.AS_ASKED), capture.hearing());

    capture.playTo(studio);

    assertThat(Said.by(studio)).isEqualTo(capture.said());
    assertThat(Said.keysBy(studio)).isEqualTo(capture.keys());
  }

  @ParameterizedTest
  @MethodSource("captures")
  void its_text_tokens_are_the_captured_ones(Path file) {
    Capture capture = Capture.read(file);
    Studio studio = Studio.choosing(Profile.LIVE_2026_07, dialect -> dialect, capture.hearing());

    capture.playTo(studio);

    assertThat(Said.textTokensBy(studio)).isEqualTo(capture.textTokens());
  }
}
