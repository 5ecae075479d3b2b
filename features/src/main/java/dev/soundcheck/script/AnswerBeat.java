package dev.soundcheck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One response of the server, of consecutive assistant lines.
 *
 * @param asked whether the client's event before it makes the session ask for it
 * @param heard how much of it the client hears before its next line
 */
record AnswerBeat(List<AnswerPart> parts, boolean asked, Heard heard) implements Beat {
  /** How much of an answer is heard before the next line. */
  enum Heard {
    ALL,
    /** The next line happens in it, and the rest is heard afterwards. */
    BEGINNING,
    /** The next line ends it. */
    CUT
  }

  AnswerBeat {
    parts = List.copyOf(parts);
  }

  static AnswerBeat of(AnswerPart part) {
    return new AnswerBeat(List.of(part), false, Heard.ALL);
  }

  @Override
  public Line line() {
    return parts.get(0).line();
  }

  @Override
  public Side side() {
    return Side.SERVER;
  }

  /** An answer nobody asked for waits until the one before it is over. */
  @Override
  public boolean byServer(Stage stage) {
    boolean forTurn = asked || stage.to().owed;
    if (forTurn && stage.takeTurn().isEmpty()) {
      return stage.waitsWithin(line(), "a turn that asks for this answer");
    }
    if (!forTurn && stage.hearing().answering()) {
      return stage.waits(line());
    }
    ownTools().forEach(it -> it.missingIn(stage.to().client.settled()).ifPresent(stage::unmet));
    stage.act(new Act.Answer(parts.stream().map(part -> part.act(stage.to().filling)).toList()));
    stage.hearing().answerBegins();
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    if (heard != Heard.ALL && stage.hearing().firstSoundOfRunning().isPresent()) {
      return true;
    }
    if (heard == Heard.BEGINNING && !stage.to().replies.isEmpty()) {
      return true;
    }
    Optional<Reply> reply = stage.takeReply();
    if (reply.isEmpty()) {
      return stage.waitsWithin(line(), "an answer");
    }
    judge(stage, reply.get());
    return true;
  }

  void judge(Stage stage, Reply reply) {
    if (!reply.status().equals("completed")) {
      stage.unmet(line().unmet("a completed answer", Answers.shown(reply)));
    }
    List<Reply.Call> open = new ArrayList<>(reply.calls());
    List<Reply.Call> claimed = new ArrayList<>();
    for (AnswerPart part : parts) {
      if (part instanceof AnswerPart.Spoken spoken) {
        spoken.unmetBy(reply.transcript(), stage.to().filling).ifPresent(stage::unmet);
      } else if (part instanceof AnswerPart.Called called) {
        called
            .among(open, stage.to().filling)
            .ifPresentOrElse(
                call -> {
                  open.remove(call);
                  claimed.add(call);
                },
                () -> stage.unmet(called.unmetBy(reply.calls())));
      }
    }
    claimed.addAll(open);
    stage.to().calls = List.copyOf(claimed);
    ownTools().forEach(it -> it.unmetBy(stage.hearing()).ifPresent(stage::unmet));
  }

  /** A server's own tool does not fail because a client wants it to. */
  @Override
  public boolean staged() {
    return parts.stream()
        .anyMatch(part -> part instanceof AnswerPart.Used used && used.failure().isPresent());
  }

  private List<AnswerPart.OwnTool> ownTools() {
    return parts.stream()
        .filter(AnswerPart.OwnTool.class::isInstance)
        .map(AnswerPart.OwnTool.class::cast)
        .toList();
  }

  /** A search may take longer than anybody waits for a line. */
  @Override
  public void enter(Stage stage) {
    parts.stream()
        .filter(AnswerPart.Searched.class::isInstance)
        .map(part -> ((AnswerPart.Searched) part).lasting())
        .reduce(Duration::plus)
        .ifPresent(all -> stage.progressedUntil(stage.now().plus(all)));
  }

  @Override
  public Set<String> types() {
    return parts.stream().anyMatch(AnswerPart.Used.class::isInstance)
        ? Set.of(AnswerPart.Used.ARGUMENTS, AnswerPart.Used.COMPLETED, AnswerPart.Used.FAILED)
        : Set.of();
  }

  /** Whether words are spoken in it. */
  boolean speaks() {
    return parts.stream().anyMatch(AnswerPart.Spoken.class::isInstance);
  }

  @Override
  public List<String> names() {
    return parts.stream().flatMap(part -> part.names().stream()).toList();
  }

  @Override
  public boolean welcomes(Turn turn) {
    return asked;
  }

  @Override
  public Optional<Beat> joined(Beat next) {
    if (!(next instanceof AnswerBeat more)) {
      return Optional.empty();
    }
    List<AnswerPart> all = new ArrayList<>(parts);
    all.addAll(more.parts);
    boolean alone = all.stream().filter(AnswerPart.Spoken.class::isInstance).count() == 1;
    return Optional.of(
        new AnswerBeat(all.stream().map(part -> withCompany(part, alone)).toList(), asked, heard));
  }

  private static AnswerPart withCompany(AnswerPart part, boolean alone) {
    return part instanceof AnswerPart.Spoken spoken
        ? new AnswerPart.Spoken(
            spoken.line(), spoken.strictness(), spoken.words(), spoken.wav(), alone)
        : part;
  }
}
