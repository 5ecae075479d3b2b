package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Interruptions, transports and formats of {@code talk}, over real sockets (issue 5 point 4). */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class TalkOverTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TraceHeader HEADER =
      TraceHeader.of(Instant.EPOCH, "ws://localhost", Profile.LIVE, "test");

  @TempDir Path folder;

  private Path question = Path.of("");
  private Path stop = Path.of("");

  @BeforeEach
  void record() throws IOException {
    question = folder.resolve("question.wav");
    stop = folder.resolve("stop.wav");
    Wav.write(question, SpokenVoice.embedded().speak("How are you?"));
    Wav.write(stop, SpokenVoice.embedded().speak("Stop."));
  }

  /** The issue's own command; each profile answers a truncation in its own way. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void an_answer_is_broken_into_with_every_profile(Profile profile) throws IOException {
    Path out = folder.resolve("call.wav");
    JsonNode summary =
        talk(
            profile,
            List.of(
                "--wav",
                question.toString(),
                "--wav",
                question.toString(),
                "--barge-in",
                "800",
                stop.toString(),
                "--format",
                "pcmu",
                "--out",
                out.toString()));
    Trace trace = TraceReader.read(folder.resolve("call.ndjson"));
    List<JsonNode> cuts = said(trace, EventType.CONVERSATION_ITEM_TRUNCATE);

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(summary.path("turns").valueStream()).hasSize(3);
    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).path("audio_end_ms").intValue()).isGreaterThanOrEqualTo(800);
    assertThat(Ran.soundcheck("verify", folder.resolve("call.ndjson").toString()).status())
        .isZero();
  }

  /** What was cut must be that item whose sound came last before, and no more than came of it. */
  @Test
  void what_is_truncated_is_the_item_that_was_heard_to_where_it_was_heard() {
    Path trace = folder.resolve("cut.ndjson");
    talk(
        Profile.LIVE,
        List.of(
            "--text", "Hello", "--barge-in", "500", stop.toString(), "--trace", trace.toString()));
    List<Observed.Message> all = TraceReader.read(trace).messages().toList();
    Observed.Message cut =
        all.stream()
            .filter(it -> it.type().equals("conversation.item.truncate"))
            .findFirst()
            .orElseThrow();
    List<Observed.Message> before =
        all.subList(0, all.indexOf(cut)).stream()
            .filter(it -> it.type().equals("response.output_audio.delta"))
            .toList();

    assertThat(before).isNotEmpty();
    assertThat(cut.json().path("item_id").stringValue())
        .isEqualTo(before.get(0).json().path("item_id").stringValue());
    int bytes =
        before.stream()
            .mapToInt(it -> it.json().path("delta").stringValue().length() * 3 / 4)
            .sum();
    assertThat(cut.json().path("audio_end_ms").intValue()).isBetween(500, bytes / 48);
    assertThat(all.get(all.indexOf(cut) - 1).type()).isEqualTo("input_audio_buffer.speech_started");
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void turns_by_hand_break_in_too(Profile profile) {
    JsonNode summary =
        talk(
            profile,
            List.of(
                "--wav", question.toString(), "--barge-in", "300", stop.toString(), "--manual"));

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(summary.at("/turns/1/answers")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcm:24000", "pcm:8000", "pcmu", "pcma", "opus"})
  void sound_goes_both_ways_as_binary_frames(String format) throws IOException {
    Path trace = folder.resolve("binary.ndjson");
    JsonNode summary =
        talk(
            Profile.LIVE,
            List.of(
                "--wav",
                question.toString(),
                "--barge-in",
                "300",
                stop.toString(),
                "--transport",
                "binary",
                "--format",
                format,
                "--trace",
                trace.toString()));
    List<Observed> seen = TraceReader.read(trace).seen();

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(summary.at("/turns/0/answers/0/dbfs").doubleValue()).isBetween(-30.0, -10.0);
    for (Origin side : Origin.values()) {
      assertThat(seen).anyMatch(it -> it instanceof Observed.Binary frame && frame.from() == side);
    }
    assertThat(seen)
        .noneMatch(it -> it instanceof Observed.Message m && m.type().endsWith("audio.delta"))
        .noneMatch(it -> it instanceof Observed.Message m && m.type().endsWith("append"))
        .filteredOn(it -> it instanceof Observed.Message m && m.type().endsWith("item.truncate"))
        .singleElement()
        .matches(it -> !((Observed.Message) it).json().path("item_id").stringValue().isEmpty());
  }

  @Test
  void each_direction_has_a_format_of_its_own() {
    JsonNode summary;
    Trace trace;
    try (MockVoiceServer server = server(Profile.LIVE)) {
      summary =
          talk(
              server,
              Profile.LIVE,
              List.of("--wav", question.toString(), "--format-in", "pcmu", "--format-out", "opus"));
      trace = new Trace(HEADER, server.connections().get(0), List.of());
    }
    JsonNode update = said(trace, EventType.SESSION_UPDATE).get(0);

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(update.at("/session/audio/input/format/type").stringValue()).isEqualTo("audio/pcmu");
    assertThat(update.at("/session/audio/output/format/type").stringValue())
        .isEqualTo("audio/opus");
    assertThat(summary.at("/turns/0/answers/0/dbfs").doubleValue()).isBetween(-30.0, -10.0);
  }

  /** Left is what was said, right what was played: nothing of the cut answer after the cut. */
  @Test
  void the_call_is_recorded_as_it_was_at_this_end() throws IOException {
    Path stereo = folder.resolve("both.wav");
    JsonNode summary =
        talk(
            Profile.LIVE,
            List.of(
                "--wav",
                question.toString(),
                "--barge-in",
                "700",
                stop.toString(),
                "--stereo",
                stereo.toString()));
    Pcm left = channel(stereo, 0);
    Pcm right = channel(stereo, 1);
    double answers =
        summary.path("turns").valueStream().mapToDouble(TalkOverTest::secondsOfAnswers).sum();

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(loudSeconds(left))
        .isCloseTo(
            loudSeconds(Wav.read(question)) + loudSeconds(Wav.read(stop)),
            org.assertj.core.data.Offset.offset(0.1));
    assertThat(loudSeconds(right)).isBetween(0.5, answers - 0.5);
    assertThat(Files.exists(folder.resolve("both.wav.left.part"))).isFalse();
  }

  private static double secondsOfAnswers(JsonNode turn) {
    return turn.path("answers")
        .valueStream()
        .mapToDouble(it -> it.path("seconds").asDouble())
        .sum();
  }

  private static double loudSeconds(Pcm sound) {
    int window = sound.rate() / 50;
    int loud = 0;
    for (int at = 0; at + window <= sound.length(); at += window) {
      loud += Levels.of(sound.slice(at, at + window)).rms() > -45 ? 1 : 0;
    }
    return loud / 50.0;
  }

  /** The reader of WAV files mixes channels; here they are wanted apart. */
  private static Pcm channel(Path stereo, int which) throws IOException {
    byte[] bytes = Files.readAllBytes(stereo);
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(all.getShort(22)).isEqualTo((short) 2);
    int frames = (bytes.length - 44) / 4;
    short[] samples = new short[frames];
    for (int i = 0; i < frames; i++) {
      samples[i] = all.getShort(44 + 4 * i + 2 * which);
    }
    return new Pcm(samples, all.getInt(24));
  }

  private static List<JsonNode> said(Trace trace, EventType type) {
    Stream<Observed.Message> all = trace.messages(type);
    return all.map(Observed.Message::json).toList();
  }

  private static MockVoiceServer server(Profile profile) {
    return MockVoiceServer.start(ServerOptions.builder().profile(profile).build());
  }

  private static JsonNode talk(Profile profile, List<String> more) {
    try (MockVoiceServer server = server(profile)) {
      return talk(server, profile, more);
    }
  }

  private static JsonNode talk(MockVoiceServer server, Profile profile, List<String> more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "talk",
                "--json",
                "--url",
                server.uri().toString(),
                "--profile",
                profile.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    args.addAll(more);
    return JSON.readTree(Ran.soundcheck(args.toArray(String[]::new)).out());
  }
}
