package dev.soundcheck.script;

import dev.soundcheck.script.SessionBeat.Ask;
import dev.soundcheck.script.TurnBeat.Manner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What phrases become. */
final class Beats {
  /** A slow reader's pace. */
  private static final Duration LENGTH_OF_WORD = Duration.ofMillis(700);

  /** The leanest format a WAV file is likely to have, 8 kHz and one byte a sample. */
  private static final long BYTES_OF_SECOND = 8000;

  private Beats() {}

  /** A session, and the tools that stand from the second place on. */
  static Beat session(Said said) {
    boolean vad = said.vad(0);
    ObjectNode session = JsonNodeFactory.instance.objectNode();
    List<Ask> asks = new ArrayList<>();
    asks.add(new Ask(said.line(), vad ? Ask.Kind.VAD : Ask.Kind.MANUAL, ""));
    if (vad) {
      session.putObject("turn_detection").put("type", "server_vad");
      ObjectNode input = session.putObject("audio").putObject("input");
      input.putObject("transcription").put("model", "grok-transcribe");
    } else {
      session.putNull("turn_detection");
    }
    for (int index = 1; index < said.arguments().size(); index++) {
      addTool(session, said.text(index), Tools.anyParameters());
      asks.add(new Ask(said.line(), Ask.Kind.TOOL, said.text(index)));
    }
    return new SessionBeat(said.line(), session, asks);
  }

  static Beat tool(Said said) {
    ObjectNode session = JsonNodeFactory.instance.objectNode();
    addTool(session, said.text(0), said.json());
    var ask = new Ask(said.line(), Ask.Kind.TOOL, said.text(0));
    return new SessionBeat(said.line(), session, List.of(ask));
  }

  static Beat configured(Said said) {
    return new SessionBeat(said.line(), said.json(), List.of());
  }

  static Beat lasting(Said said) {
    return SessionBeat.lasting(said.line(), Endurance.atMost(said.positiveDuration(0)));
  }

  static Beat quiet(Said said) {
    return SessionBeat.lasting(said.line(), Endurance.quietFor(said.positiveDuration(0)));
  }

  private static void addTool(ObjectNode session, String name, ObjectNode parameters) {
    ArrayNode tools =
        session.get("tools") instanceof ArrayNode there ? there : session.putArray("tools");
    tools.add(Tools.declared(name, parameters));
  }

  static TurnBeat turn(Said said, Manner manner) {
    String words = said.text(said.arguments().size() - 1);
    return new TurnBeat(said.line(), manner, Optional.of(words), Optional.empty(), length(words));
  }

  static TurnBeat turnFromFile(Said said, Manner manner) {
    Optional<Path> file = said.file(1);
    Duration length = file.map(Beats::length).orElse(Duration.ZERO);
    return new TurnBeat(said.line(), manner, Optional.of(said.text(0)), file, length);
  }

  static TurnBeat anything(Said said, Manner manner) {
    Duration length = length(TurnBeat.ANYTHING);
    return new TurnBeat(said.line(), manner, Optional.empty(), Optional.empty(), length);
  }

  static Beat interruption(Said said) {
    return new InterruptionBeat(turn(said, Manner.SAYS), said.duration(0));
  }

  static Beat interruptionFromFile(Said said) {
    Optional<Path> file = said.file(2);
    Duration length = file.map(Beats::length).orElse(Duration.ZERO);
    var turn = new TurnBeat(said.line(), Manner.SAYS, Optional.of(said.text(1)), file, length);
    return new InterruptionBeat(turn, said.duration(0));
  }

  static Beat output(Said said) {
    return new OutputsBeat(
        List.of(new OutputsBeat.Output(said.line(), said.text(0), said.text(1))));
  }

  static Beat spoken(Said said, AnswerPart.Strictness strictness) {
    return AnswerBeat.of(
        new AnswerPart.Spoken(said.line(), strictness, said.text(0), Optional.empty(), true));
  }

  static Beat spokenFromFile(Said said) {
    return AnswerBeat.of(
        new AnswerPart.Spoken(
            said.line(), AnswerPart.Strictness.ANY, said.text(0), said.file(1), true));
  }

  static Beat called(Said said) {
    return AnswerBeat.of(new AnswerPart.Called(said.line(), said.text(0), said.json()));
  }

  private static Duration length(String words) {
    return LENGTH_OF_WORD.multipliedBy(words.split("\\s+").length);
  }

  private static Duration length(Path wav) {
    try {
      return Duration.ofSeconds(Files.size(wav) / BYTES_OF_SECOND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
