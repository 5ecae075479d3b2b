package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.Drop;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.tool.Use;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Shows a conversation as it happens: growing lines and level meters on a terminal, whole lines
 * elsewhere.
 */
final class TalkScreen implements Watcher {
  private final Lines lines;
  private final Meters meters;
  private final boolean verbose;
  private final boolean lineByLine;
  private final Supplier<List<Use>> uses;
  private final StringBuilder spoken = new StringBuilder();
  private String unended = "";
  private Optional<String> waiting = Optional.empty();

  /**
   * Shows it in these lines.
   *
   * @param verbose every event too
   * @param lineByLine each line of a scenario that was met
   * @param uses what the client's tools did so far
   */
  TalkScreen(Lines lines, boolean verbose, boolean lineByLine, Supplier<List<Use>> uses) {
    this.lines = lines;
    this.meters = new Meters(lines);
    this.verbose = verbose;
    this.lineByLine = lineByLine;
    this.uses = uses;
  }

  @Override
  public void began(Duration at, Act turn) {
    if (turn instanceof Act.Type typed) {
      lines.whole(at, Lines.Tone.CLIENT, "you type", typed.words());
    } else if (turn instanceof Act.Say say) {
      lines.whole(
          at, Lines.Tone.CLIENT, "you speak", say.wav().map(Object::toString).orElse(say.words()));
    }
  }

  @Override
  public void said(Duration at, Pcm sound) {
    meters.said(at, sound);
  }

  @Override
  public void played(Duration at, Pcm sound) {
    meters.played(at, sound);
  }

  @Override
  public void fellSilent(Duration at) {
    meters.fellSilent(at);
  }

  @Override
  public void saw(Observed observed, List<Finding> findings) {
    if (observed instanceof Observed.Message message) {
      if (verbose) {
        verbose(message.at(), message.from(), EventText.of(message.json()));
      }
      if (message.from() == Origin.SERVER) {
        heard(message.at(), message.type(), message.json());
      } else {
        sent(message.at(), message.type(), message.json());
      }
    } else if (observed instanceof Observed.Binary binary && verbose) {
      verbose(binary.at(), binary.from(), binary.bytes().length + " bytes of sound");
    } else if (observed instanceof Observed.Closed closed) {
      lines.whole(closed.at(), Lines.Tone.DIM, "closed", closed(closed));
    }
    findings.forEach(
        finding -> lines.whole(observed.at(), Lines.Tone.BAD, "finding", finding.message()));
  }

  @Override
  public void waits(Duration at, String waitsFor) {
    waiting.filter(met -> lineByLine).ifPresent(met -> lines.whole(at, Lines.Tone.DIM, "met", met));
    waiting = Optional.of(waitsFor).filter(words -> !words.isBlank());
    meters.waits(at, waitsFor);
  }

  @Override
  public void dropped(Drop drop) {
    waiting = Optional.empty();
    lines.whole(
        drop.at(),
        Lines.Tone.BAD,
        "dropped",
        "%s Attempt %d follows in %d ms."
            .formatted(drop.why(), drop.attempt(), drop.waited().toMillis()));
  }

  @Override
  public void unheard(Duration at, Finding finding) {
    lines.whole(at, Lines.Tone.BAD, "finding", finding.message());
  }

  @Override
  public void missed(Unmet line) {
    waiting = Optional.empty();
    lines.whole(Lines.Tone.BAD, "unmet", line.message());
  }

  /** Ends what is still growing. */
  void end() {
    lines.end();
  }

  private void verbose(Duration at, Origin from, String text) {
    lines.whole(at, Lines.Tone.DIM, from == Origin.CLIENT ? "sent" : "received", text);
  }

  private void sent(Duration at, String type, JsonNode event) {
    JsonNode item = event.path("item");
    if ("conversation.item.truncate".equals(type)) {
      lines.whole(
          at,
          Lines.Tone.DIM,
          "cut",
          "the answer, of which %d ms were heard".formatted(event.path("audio_end_ms").asLong(0)));
    } else if ("function_call_output".equals(text(item, "type"))) {
      boolean failed =
          uses.get().stream()
              .anyMatch(
                  use -> use.callId().equals(text(item, "call_id")) && use.failure().isPresent());
      lines.whole(at, failed ? Lines.Tone.BAD : Lines.Tone.CLIENT, "returns", text(item, "output"));
    }
  }

  private void heard(Duration at, String type, JsonNode event) {
    switch (type) {
      case "session.created" ->
          lines.whole(
              at,
              Lines.Tone.DIM,
              "session",
              event.path("session").path("model").asString("")
                  + ", voice "
                  + event.path("session").path("voice").asString(""));
      case "conversation.item.input_audio_transcription.updated" ->
          lines.growing(at, Lines.Tone.CLIENT, "heard", text(event, "transcript"));
      case "conversation.item.input_audio_transcription.completed" -> heard(at, event);
      case "response.created" -> spoken.setLength(0);
      case "response.output_audio_transcript.delta" -> growing(at, text(event, "delta"), " —");
      case "response.text.delta", "response.output_text.delta" ->
          growing(at, text(event, "delta"), "");
      case "response.output_audio_transcript.done" -> said(at, text(event, "transcript"));
      case "response.function_call_arguments.done" ->
          lines.whole(
              at, Lines.Tone.SERVER, "calls", text(event, "name") + " " + text(event, "arguments"));
      case "response.done" -> done(at, event.path("response").path("status").asString(""));
      case "error" -> lines.whole(at, Lines.Tone.BAD, "error", error(event));
      default -> {}
    }
  }

  private void heard(Duration at, JsonNode event) {
    if ("in_progress".equals(text(event, "status"))) {
      lines.growing(at, Lines.Tone.CLIENT, "heard", text(event, "transcript"));
    } else {
      lines.whole(at, Lines.Tone.CLIENT, "heard", text(event, "transcript"));
    }
  }

  private void growing(Duration at, String more, String ending) {
    unended = ending;
    lines.growing(at, Lines.Tone.SERVER, "assistant", spoken.append(more).toString().strip());
  }

  private void said(Duration at, String words) {
    lines.whole(at, Lines.Tone.SERVER, "assistant", words);
    spoken.setLength(0);
  }

  /**
   * An answer that was cut ends without the whole of its words; what was heard of it is shown. One
   * that is text has no such event.
   */
  private void done(Duration at, String status) {
    if (!spoken.isEmpty()) {
      said(at, spoken.toString().strip() + unended);
    }
    if (!"completed".equals(status)) {
      lines.whole(at, Lines.Tone.DIM, "answer", status);
    }
  }

  private static String closed(Observed.Closed closed) {
    return "%d%s by the %s"
        .formatted(
            closed.code(),
            closed.reason().isEmpty() ? "" : " \"" + closed.reason() + "\"",
            closed.from().name().toLowerCase(Locale.ROOT));
  }

  private static String error(JsonNode event) {
    JsonNode error = event.path("error").isObject() ? event.path("error") : event;
    return "%s: %s"
        .formatted(
            error.path("code").asString(error.path("type").asString("")), text(error, "message"));
  }

  private static String text(JsonNode event, String member) {
    return event.path(member).asString("");
  }
}
