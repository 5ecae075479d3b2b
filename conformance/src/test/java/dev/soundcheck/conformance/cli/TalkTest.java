package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceFormat;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the mock as a user does (issue 2 point 6). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class TalkTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TraceHeader HEADER =
      TraceHeader.of(Instant.EPOCH, "ws://localhost", Profile.LIVE, "test");

  @TempDir Path folder;

  private MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcm:24000", "pcm:16000", "pcm:8000", "pcmu", "pcma", "opus"})
  void a_spoken_turn_is_heard_and_answered_in(String format) {
    JsonNode summary = talk("--say", "Good morning to you.", "--format", format);

    assertThat(summary.path("status").intValue()).isZero();
    assertThat(summary.at("/turns/0/answers/0/transcript").stringValue())
        .startsWith("I heard you speak for");
    assertThat(summary.at("/turns/0/answers/0/dbfs").doubleValue()).isBetween(-30.0, -10.0);
    assertThat(summary.at("/turns/0/firstAudioMs").intValue()).isPositive();
  }

  /** The script's own session has an audio member; the format joins it. */
  @Test
  void a_scenario_is_played_in_the_format_asked_for() {
    String name = "tools/one-tool-call-with-a-spoken-preamble";
    JsonNode summary = talk("--play", name, "--format", "pcmu");
    Trace trace = new Trace(HEADER, server.connections().get(0), List.of());
    JsonNode update = trace.messages(EventType.SESSION_UPDATE).findFirst().orElseThrow().json();

    assertThat(summary.path("status").intValue()).isZero();
    assertThat(update.at("/session/audio/input/format/type").stringValue()).isEqualTo("audio/pcmu");
    assertThat(update.at("/session/audio/output/format/type").stringValue())
        .isEqualTo("audio/pcmu");
    assertThat(update.at("/session/tools/0/name").stringValue()).isEqualTo("get_weather");
  }

  /** live-behaviour.md 2.3: a pause longer than the silence makes several turns of one file. */
  @Test
  void a_file_with_a_long_pause_is_heard_to_its_end() throws IOException {
    Path wav = folder.resolve("pause.wav");
    Pcm words = SpokenVoice.embedded().speak("One moment please.");
    Wav.write(wav, words.then(Pcm.silence(Duration.ofMillis(1500), words.rate())).then(words));
    JsonNode summary = talk("--wav", wav.toString(), "--silence-ms", "300");

    assertThat(summary.path("status").intValue()).isZero();
    assertThat(server.connections().get(0).stream().filter(TalkTest::isCommitted)).hasSize(2);
    assertThat(summary.path("turns").valueStream()).hasSize(1);
    assertThat(summary.at("/turns/0/answers").valueStream()).hasSizeGreaterThan(1);
  }

  /** live-behaviour.md 2.4: the commit alone asks for the answer. */
  @Test
  void a_turn_by_hand_is_answered() {
    JsonNode summary = talk("--say", "Good morning to you.", "--manual");

    assertThat(summary.path("status").intValue()).isZero();
    assertThat(server.connections().get(0))
        .noneMatch(
            seen -> seen instanceof Observed.Message said && "response.create".equals(said.type()));
  }

  @Test
  void turns_of_all_kinds_are_taken_in_the_order_given() throws IOException {
    Path wav = folder.resolve("question.wav");
    Wav.write(wav, SpokenVoice.embedded().speak("How are you?"));
    JsonNode summary =
        talk("--text", "First", "--wav", wav.toString(), "--text", "Third", "Fourth");

    assertThat(summary.path("turns").valueStream().map(turn -> turn.path("said").stringValue()))
        .containsExactly("First", wav.toString(), "Third", "Fourth");
    assertThat(summary.path("status").intValue()).isZero();
  }

  /** The file must hold the voice's own samples, not merely sound of the right length. */
  @Test
  void the_answer_file_is_what_the_voice_says() throws IOException {
    Path out = folder.resolve("answer.wav");
    JsonNode summary = talk("--text", "Say it again", "--out", out.toString());
    Pcm answer = Wav.read(out);
    String transcript = summary.at("/turns/0/answers/0/transcript").stringValue();
    Pcm voice =
        Resampler.resample(SpokenVoice.embedded().as("ara").speak(transcript), answer.rate());

    assertThat(transcript).isEqualTo("You typed: Say it again");
    assertThat(answer.rate()).isEqualTo(24_000);
    assertThat(answer.duration().toMillis())
        .isBetween(voice.duration().toMillis() - 20, voice.duration().toMillis() + 400);
    assertThat(Levels.of(answer).rms()).isBetween(-30.0, -10.0);
    assertThat(Correlation.of(answer, voice)).isGreaterThan(0.95);
  }

  @Test
  void the_trace_loads_again_and_holds_all_that_was_said() {
    Path file = folder.resolve("talk.ndjson");
    talk("--text", "Hello", "--trace", file.toString());
    Trace trace = TraceReader.read(file);

    assertThat(trace.notes()).isEmpty();
    assertThat(trace.messages(EventType.SESSION_UPDATE)).hasSize(1);
    assertThat(trace.messages(EventType.RESPONSE_DONE)).hasSize(1);
    assertThat(trace.seen()).last().isInstanceOf(Observed.Closed.class);
    assertThat(trace.messages())
        .hasSameSizeAs(
            server.connections().get(0).stream()
                .filter(Observed.Message.class::isInstance)
                .toList());
  }

  @Test
  void every_line_of_the_trace_is_as_its_schema_says() throws IOException {
    Path kept = folder.resolve("kept.ndjson");
    Path hashed = folder.resolve("hashed.ndjson");
    talk("--say", "Hello", "--trace", kept.toString());
    talk("--say", "Hello", "--trace", hashed.toString(), "--audio", "hash");

    for (Path file : List.of(kept, hashed)) {
      assertThat(Files.readAllLines(file))
          .hasSizeGreaterThan(20)
          .allSatisfy(line -> assertThat(TraceFormat.problems(line)).as(line).isEmpty());
    }
    assertThat(TraceReader.read(kept).messages()).allMatch(said -> said.hashed().isEmpty());
    assertThat(TraceReader.read(hashed).messages(EventType.RESPONSE_OUTPUT_AUDIO_DELTA))
        .isNotEmpty()
        .allSatisfy(said -> assertThat(said.hashed()).containsOnlyKeys("/delta"))
        .allSatisfy(said -> assertThat(said.json().path("delta").stringValue()).isEmpty());
    assertThat(Files.size(hashed)).isLessThan(Files.size(kept) / 2);
  }

  @Test
  void what_the_user_wants_redacted_is_not_in_the_trace() throws IOException {
    Path file = folder.resolve("talk.ndjson");
    talk("--text", "Order 4711", "--trace", file.toString(), "--redact", "[0-9]{4}");

    assertThat(Files.readString(file)).contains("Order [redacted]").doesNotContain("Order 4711");
  }

  /** Each side on the time line of the conversation, as a person hears it. */
  @Test
  void the_sound_of_both_sides_lies_beside_the_trace() throws IOException {
    Path file = folder.resolve("talk.ndjson");
    Path out = folder.resolve("answer.wav");
    talk(
        "--text",
        "Say it again",
        "--trace",
        file.toString(),
        "--trace-wav",
        "--out",
        out.toString());
    Pcm answer = Wav.read(out);
    Pcm heard = Wav.read(folder.resolve("talk.server.wav"));
    Duration first =
        TraceReader.read(file)
            .messages(EventType.RESPONSE_OUTPUT_AUDIO_DELTA)
            .findFirst()
            .orElseThrow()
            .at();
    int quiet = first.compareTo(Duration.ofMillis(100)) > 0 ? Pcm.samplesIn(first, 24_000) : 0;

    assertThat(Levels.of(heard.slice(0, quiet)).rms()).isEqualTo(Levels.NOTHING);
    assertThat(heard.length()).isGreaterThanOrEqualTo(quiet + answer.length());
    assertThat(withoutPauses(heard)).isEqualTo(withoutPauses(answer)).isNotEmpty();
    assertThat(Wav.read(folder.resolve("talk.client.wav")).length()).isZero();
  }

  @Test
  void the_summary_is_plain_when_nobody_watches_a_terminal() {
    Ran ran = Ran.soundcheck("talk", "--url", server.uri().toString(), "--text", "Hello");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("you type   Hello", "assistant  You typed: Hello", "     1  ")
        .doesNotContain("\u001b");
  }

  @Test
  void verbose_shows_every_event() {
    Ran ran = Ran.soundcheck("talk", "--url", server.uri().toString(), "--text", "Hello", "-v");

    assertThat(ran.out())
        .contains(
            "\"type\":\"session.update\"",
            "\"type\":\"conversation.created\"",
            "\"type\":\"response.done\"");
  }

  /** Where the machine was slow, pieces came late and there are pauses between them. */
  private static int[] withoutPauses(Pcm sound) {
    short[] samples = sound.samples();
    return IntStream.range(0, samples.length)
        .map(i -> samples[i])
        .filter(sample -> sample != 0)
        .toArray();
  }

  private static boolean isCommitted(Observed seen) {
    return seen instanceof Observed.Message said
        && EventType.INPUT_AUDIO_BUFFER_COMMITTED.wire().equals(said.type());
  }

  private JsonNode talk(String... more) {
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "talk";
    args[1] = "--url";
    args[2] = server.uri().toString();
    args[3] = "--json";
    return JSON.readTree(Ran.soundcheck(args).out());
  }
}
