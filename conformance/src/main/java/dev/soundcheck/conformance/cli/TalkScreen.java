package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Drop;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shows a conversation as it happens: growing lines on a terminal, whole lines elsewhere. */
final class TalkScreen implements Watcher {
  private final Lines lines;
  private final boolean verbose;
  private final boolean lineByLine;
  private final StringBuilder spoken = new StringBuilder();
  private Optional<String> waiting = Optional.empty();

  TalkScreen(PrintWriter out, boolean terminal, boolean verbose, boolean lineByLine) {
    this.lines = new Lines(out, terminal);
    this.verbose = verbose;
    this.lineByLine = lineByLine;
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
  public void saw(Observed observed, List<Finding> findings) {
    if (observed instanceof Observed.Message message) {
      if (verbose) {
        lines.whole(
            message.at(),
            Lines.Tone.DIM,
            message.from() == Origin.CLIENT ? "sent" : "received",
            shortened(message.json()));
      }
      if (message.from() == Origin.SERVER) {
        show(message.at(), message.type(), message.json());
      }
    } else if (observed instanceof Observed.Closed closed) {
      lines.whole(
          closed.at(),
          Lines.Tone.DIM,
          "closed",
          "%d%s by the %s"
              .formatted(
                  closed.code(),
                  closed.reason().isEmpty() ? "" : " \"" + closed.reason() + "\"",
                  closed.from().name().toLowerCase(java.util.Locale.ROOT)));
    }
    findings.forEach(
        finding -> lines.whole(observed.at(), Lines.Tone.BAD, "finding", finding.message()));
  }

  @Override
  public void waits(Duration at, String waitsFor) {
    waiting.filter(met -> lineByLine).ifPresent(met -> lines.whole(at, Lines.Tone.DIM, "met", met));
    waiting = Optional.of(waitsFor).filter(words -> !words.isBlank());
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

  /** Ends a line that is still growing. */
  void end() {
    lines.end();
  }

  private void show(Duration at, String type, JsonNode event) {
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
      case "response.output_audio_transcript.delta" ->
          lines.growing(
              at,
              Lines.Tone.SERVER,
              "assistant",
              spoken.append(text(event, "delta")).toString().strip());
      case "response.output_audio_transcript.done" -> {
        lines.whole(at, Lines.Tone.SERVER, "assistant", text(event, "transcript"));
        spoken.setLength(0);
      }
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

  /** A cut answer ends without a transcript of its own; what was heard of it is shown. */
  private void done(Duration at, String status) {
    if (!spoken.isEmpty()) {
      lines.whole(at, Lines.Tone.SERVER, "assistant", spoken.toString().strip() + " —");
      spoken.setLength(0);
    }
    if (!"completed".equals(status)) {
      lines.whole(at, Lines.Tone.DIM, "answer", status);
    }
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

  private static String shortened(JsonNode event) {
    String text = event.toString();
    return text.length() <= 400
        ? text
        : text.substring(0, 400) + "… (" + text.length() + " characters)";
  }
}
