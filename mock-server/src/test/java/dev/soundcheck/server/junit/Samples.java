package dev.soundcheck.server.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.Caller;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.junit.WithVoiceServer.Findings;
import dev.soundcheck.server.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of somebody's app, as they might be written; run by {@link VoiceServerExtensionTest}. */
final class Samples {
  static final String HELLO =
      """
      Feature: Hello
        Scenario: A greeting
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  static final List<URI> ADDRESSES = new CopyOnWriteArrayList<>();

  private Samples() {}

  /** Says hello and hangs up; what the assistant says to it. */
  static String greet(MockVoiceServer server) throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    caller.says(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}""");
    caller.says("{\"type\":\"response.create\"}");
    String answer =
        caller.hears("response.output_audio_transcript.done").path("transcript").asString();
    caller.hears("response.done");
    caller.hangsUp();
    return answer;
  }

  @WithVoiceServer(HELLO)
  static final class Greeting {
    private final MockVoiceServer ofTheConstructor;

    Greeting(MockVoiceServer server) {
      this.ofTheConstructor = server;
    }

    @BeforeEach
    void before(MockVoiceServer server) {
      ADDRESSES.add(server.uri());
    }

    @Test
    void everything_gets_the_same_server(MockVoiceServer server) throws ExecutionException {
      assertThat(server).isSameAs(ofTheConstructor);
      assertThat(greet(server)).isEqualTo("Good morning.");
    }

    @RepeatedTest(2)
    @WithVoiceServer(profile = Profile.LAUNCH, findings = Findings.LEFT_TO_THE_TEST)
    void a_method_may_have_its_own(MockVoiceServer server) throws ExecutionException {
      assertThat(Caller.to(server.uri()).hears().path("type").asString())
          .isEqualTo("conversation.created");
    }

    @Nested
    final class Inside {
      @Test
      void the_classes_around_count(MockVoiceServer server) throws ExecutionException {
        assertThat(greet(server)).isEqualTo("Good morning.");
      }
    }

    @AfterEach
    void after(MockVoiceServer server) {
      assertThat(server).isSameAs(ofTheConstructor);
    }
  }

  @WithVoiceServer(HELLO)
  static final class Failing {
    @Test
    void expects_too_much(MockVoiceServer server) throws ExecutionException {
      assertThat(greet(server)).isEqualTo("Good evening.");
    }

    @Test
    void never_gets_to_the_point(MockVoiceServer server) throws ExecutionException {
      Caller.to(server.uri()).hears("ping");
    }

    @Test
    @WithVoiceServer(value = HELLO, findings = Findings.LEFT_TO_THE_TEST)
    void looks_at_findings_itself(MockVoiceServer server) throws ExecutionException {
      Caller.to(server.uri()).says("nonsense").hears("error");
      assertThat(server.findings()).hasSize(1);
    }
  }

  @WithVoiceServer(value = HELLO, time = Time.VIRTUAL)
  static final class Timeless {
    @Test
    void lets_half_an_hour_pass(MockVoiceServer server) throws ExecutionException {
      Caller caller = Caller.to(server.uri());
      caller.hears("ping");
      server.advance(Duration.ofMinutes(30));
      assertThat(server.traces().get(0).messages(EventType.PING)).hasSizeGreaterThan(100);
      caller.hangsUp();
      assertThat(greet(server)).isEqualTo("Good morning.");
    }
  }

  static final class Registered {
    @RegisterExtension
    final VoiceServerExtension voice =
        new VoiceServerExtension(
            ServerOptions.builder().playing(HELLO).limits("message=1000").build(), Findings.FAIL);

    @Test
    void has_options_that_the_annotation_lacks(MockVoiceServer server) throws ExecutionException {
      assertThat(greet(server)).isEqualTo("Good morning.");
    }
  }

  @WithVoiceServer
  static final class TooEarly {
    @BeforeAll
    static void before(MockVoiceServer server) {
      ADDRESSES.add(server.uri());
    }

    @Test
    void never_runs() {}
  }

  @WithVoiceServer("tools/parallel-tool-kalls")
  static final class Misspelt {
    @Test
    void never_runs(MockVoiceServer server) {
      ADDRESSES.add(server.uri());
    }
  }
}
