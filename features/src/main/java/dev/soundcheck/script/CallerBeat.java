package dev.soundcheck.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The caller on the telephone speaks, whose sound the server has and the client has not.
 *
 * @param wav what is heard, instead of the server's own voice
 * @param cutting how long after the running answer was first heard; empty for after its end
 */
record CallerBeat(Line line, String words, Optional<Path> wav, Optional<Duration> cutting)
    implements Beat {
  private static final String HEARD = "conversation.item.input_audio_transcription.completed";
  private static final Duration LENGTH_OF_WORD = Duration.ofMillis(700);

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean inAnswer() {
    return cutting.isPresent();
  }

  @Override
  public boolean cuts() {
    return cutting.isPresent();
  }

  @Override
  public void enter(Stage stage) {
    stage.to().callerSpeaks = false;
    stage.progressedUntil(stage.now().plus(length()));
    if (cutting.isPresent()) {
      stage.hearing().cutRunning();
    }
  }

  private Duration length() {
    return LENGTH_OF_WORD.multipliedBy(words.split(" ").length);
  }

  /** Nobody speaks before the client has set its session up. */
  @Override
  public boolean byServer(Stage stage) {
    if (!stage.to().callerSpeaks) {
      if (!stage.hearing().updated()) {
        return stage.waitsWithin(line, "session.updated");
      }
      if (!hisTurn(stage)) {
        return false;
      }
      stage.to().callerSpeaks = true;
      stage.progressedUntil(stage.now().plus(length()));
      stage.act(new Act.Caller(words, wav));
    }
    return stage.takeTurn().isPresent()
        || stage.waitsWithin(line, "a turn, once the caller has spoken");
  }

  private boolean hisTurn(Stage stage) {
    return cutting
        .map(after -> Cutting.reached(stage, line, after))
        .orElseGet(() -> !stage.hearing().answering() || stage.waits(line));
  }

  @Override
  public boolean byClient(Stage stage) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("transcript", words);
    return stage.hearing().claimFromServer(HEARD, body, stage.since())
        || stage.waitsWithin(line, HEARD + " with " + body);
  }

  @Override
  public Optional<String> speech() {
    return Optional.of(words);
  }

  @Override
  public Set<String> types() {
    return Set.of(HEARD);
  }
}
