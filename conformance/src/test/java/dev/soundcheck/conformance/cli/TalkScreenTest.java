package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.tool.Use;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 5 point 4: "both transcripts as they grow, level meters, events on request". */
final class TalkScreenTest {
  private static final Use FAILED =
      new Use("c1", "t", "{}", "broken", Optional.of("exit status 1"), Duration.ZERO);

  private final StringWriter out = new StringWriter();

  @Test
  void a_talk_with_an_interruption_and_a_tool_can_be_read() {
    TalkScreen screen = screen(false, 80, false);
    screen.began(ms(100), new Act.Say("", Optional.of(Path.of("q.wav"))));
    server(
        screen,
        900,
        "{'type':'conversation.item.input_audio_transcription.updated','transcript':'What'}");
    server(
        screen,
        1200,
        "{'type':'conversation.item.input_audio_transcription.completed','status':'completed','transcript':'What now?'}");
    server(screen, 1300, "{'type':'response.created'}");
    server(screen, 1400, "{'type':'response.output_audio_transcript.delta','delta':'Let me '}");
    server(screen, 1500, "{'type':'response.output_audio_transcript.delta','delta':'see'}");
    client(screen, 1600, "{'type':'conversation.item.truncate','audio_end_ms':812}");
    server(screen, 1700, "{'type':'response.done','response':{'status':'completed'}}");
    server(
        screen,
        1800,
        "{'type':'response.function_call_arguments.done','name':'t','arguments':'{}'}");
    client(
        screen,
        1900,
        "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'c1','output':'broken'}}");
    screen.saw(new Observed.Closed(ms(2000), 1, Origin.CLIENT, 1000, ""), List.of());
    screen.end();

    assertThat(out.toString().lines())
        .containsExactly(
            "    0.10  you speak  q.wav",
            "    1.20  heard      What now?",
            "    1.60  cut        the answer, of which 812 ms were heard",
            "    1.70  assistant  Let me see —",
            "    1.80  calls      t {}",
            "    1.90  returns    broken",
            "    2.00  closed     1000 by the client");
  }

  /** Answers as text have no event with the whole of it, and are not cut for that. */
  @Test
  void an_answer_as_text_is_not_taken_for_a_cut_one() {
    TalkScreen screen = screen(false, 80, false);
    server(screen, 1300, "{'type':'response.created'}");
    server(screen, 1400, "{'type':'response.output_text.delta','delta':'Hello.'}");
    server(screen, 1700, "{'type':'response.done','response':{'status':'completed'}}");

    assertThat(out.toString().strip()).isEqualTo("1.70  assistant  Hello.");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 59, 80, 120})
  void meters_stand_in_the_last_line_and_fit(int columns) {
    TalkScreen screen = screen(true, columns, false);
    screen.waits(ms(0), "the assistant to say exactly what nobody would have thought of before");
    screen.said(ms(0), tone(-20, 100));
    screen.played(ms(200), tone(-40, 20));
    server(screen, 250, "{'type':'response.output_audio_transcript.delta','delta':'Hello'}");
    Screen shown = new Screen(columns);
    shown.print(out.toString());

    assertThat(shown.wrapped()).isZero();
    assertThat(shown.lines()).hasSize(2);
    assertThat(shown.lines().get(1)).contains("you █", " -20", " -40");
    assertThat(shown.lines().get(1).contains("waits for")).isEqualTo(columns >= 59);
  }

  /** A meter of what is over shows nothing, and so does one of silence. */
  @Test
  void a_meter_falls_with_what_it_measures() {
    Meter meter = new Meter("you");
    meter.hear(ms(0), tone(-20, 100));
    assertThat(plain(meter.shown(ms(150), 6))).isEqualTo("you ████░░ -20");
    assertThat(plain(meter.shown(ms(300), 6))).isEqualTo("you ░░░░░░    ");
    meter.hear(ms(400), Pcm.silence(ms(100), 24_000));
    assertThat(plain(meter.shown(ms(410), 6))).isEqualTo("you ░░░░░░    ");
    meter.hear(ms(500), tone(0, 100));
    assertThat(meter.shown(ms(510), 6)).contains("\u001b[31m██████");
    meter.fallSilent();
    assertThat(plain(meter.shown(ms(510), 6))).isEqualTo("you ░░░░░░    ");
  }

  @Test
  void every_event_is_shown_on_request_without_its_sound() {
    TalkScreen screen = screen(false, 80, true);
    String sound = "A".repeat(6400);
    client(screen, 100, "{'type':'input_audio_buffer.append','audio':'" + sound + "'}");
    server(
        screen,
        200,
        "{'type':'response.output_audio.delta','delta':'" + sound + "','item_id':'i'}");
    screen.saw(new Observed.Binary(ms(300), 1, Origin.SERVER, new byte[960]), List.of());

    assertThat(out.toString().lines())
        .containsExactly(
            "    0.10  sent       {\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAAAAAAAAAAAAAAAAAA… (6400 characters)\"}",
            "    0.20  received   {\"type\":\"response.output_audio.delta\",\"delta\":\"AAAAAAAAAAAAAAAAAAAA… (6400 characters)\",\"item_id\":\"i\"}",
            "    0.30  received   960 bytes of sound");
  }

  private TalkScreen screen(boolean terminal, int columns, boolean verbose) {
    Lines lines = new Lines(new PrintWriter(out), terminal, columns);
    return new TalkScreen(lines, verbose, false, () -> List.of(FAILED));
  }

  private static void server(TalkScreen screen, int at, String event) {
    saw(screen, at, Origin.SERVER, event);
  }

  private static void client(TalkScreen screen, int at, String event) {
    saw(screen, at, Origin.CLIENT, event);
  }

  private static void saw(TalkScreen screen, int at, Origin from, String event) {
    var json = Json.mapper().readTree(event.replace('\'', '"'));
    String type = json.path("type").stringValue();
    screen.saw(new Observed.Message(ms(at), 1, from, type, json), List.of());
  }

  private static Pcm tone(int dbfs, int millis) {
    short[] samples = new short[24 * millis];
    Arrays.fill(samples, (short) Math.min(32_767, Math.round(32_768 * Math.pow(10, dbfs / 20.0))));
    return new Pcm(samples, 24_000);
  }

  private static String plain(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }
}
