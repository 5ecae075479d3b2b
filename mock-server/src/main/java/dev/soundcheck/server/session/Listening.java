package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.session.Reporting.ManualSpeech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The client's sound: finds speech in it, reports it as it goes on, and hands it over as a turn
 * when it is over or committed.
 *
 * <pre>
 *            speech begins           speech ends (server VAD), commit, response.create
 *  SILENCE -----------------> OPEN ---------------------------------------------------> a Turn of its own
 *     ^------- clear ----------'
 * </pre>
 */
final class Listening {
  /** The transcript of speech that nobody expects. */
  static final String UNEXPECTED = "(speech)";

  private final Stage stage;
  private final UsageMeter meter;
  private final Answering answering;
  private final News news;
  private final Silence silence;
  private final Runnable beforeSpeech;
  private final Ears ears;
  private final Intake intake;
  private final Comprehension comprehension;
  private final List<String> misheard = new ArrayList<>();
  private Intent.ExpectWords expected = new Intent.ExpectWords(UNEXPECTED);
  private Duration deafUntil = Duration.ZERO;
  private Duration committedAt = Duration.ZERO;
  private @Nullable Utterance open;
  private @Nullable SpokenTurn turn;

  Listening(
      Stage stage,
      UsageMeter meter,
      Answering answering,
      News news,
      Silence silence,
      Runnable beforeSpeech) {
    this.stage = stage;
    this.meter = meter;
    this.answering = answering;
    this.news = news;
    this.silence = silence;
    this.beforeSpeech = beforeSpeech;
    this.ears = new Ears(stage.setup().senses().hearing(), stage.configuration());
    this.intake = new Intake(stage);
    this.comprehension = new Comprehension(stage, ears);
    silence.heardBy(ears::position, this::speakUp);
  }

  /** Speech that begins from now on has this transcript, or one of these. */
  void expect(Intent.ExpectWords words) {
    expected = words;
    comprehension.expect(words, open != null);
  }

  /** Speech that begins next is taken for this before its transcript is known. */
  void mishear(String words) {
    misheard.add(words);
  }

  /** Listens as configured; speech whose end new ears cannot hear ends here. */
  void configured() {
    boolean anew = ears.tune(stage.configuration());
    intake.tune(ears.position().compareTo(committedAt) > 0);
    if (anew && open != null && stage.configuration().serverVad()) {
      handOver(open, SpokenTurn::endBySilence);
    }
    if (answering.active().isEmpty() && open == null) {
      silence.begins(stage.agenda().now());
    }
  }

  /** Says that the user said nothing for too long, and asks what to say to that. */
  private void speakUp(Duration since) {
    String id = stage.ids().uuid();
    Duration began = shown(since);
    Duration ended = shown(ears.position());
    Optional<String> previous = stage.log().lastOfUser();
    stage.say(event -> new Meaning.TimeoutTriggered(event, id, previous, began, ended));
    Cue.Asked asked = new Cue.Asked(Cue.Kind.SILENCE, "", Duration.ZERO, List.of(), false);
    stage.ask(asked, answer -> answer.ifPresentOrElse(this::checkIn, this::stillSilent));
  }

  private void checkIn(Intent.Answer answer) {
    answering.begin(ReplyOrder.answering(answer, UsageMeter.In.NOTHING, Optional.empty()));
  }

  private void stillSilent() {
    silence.begins(stage.agenda().now());
  }

  /** Drops what comes until then (live-behaviour.md 2.11, {@code interruptible}). */
  void beDeafUntil(Duration time) {
    deafUntil = time;
  }

  /** Sound as base64 in JSON. */
  void append(ClientEvent event) {
    if (!clashes(event.eventId())) {
      intake.text(event).ifPresent(this::overhear);
    }
  }

  /** Sound as it is. */
  void hear(byte[] bytes) {
    if (!clashes(Optional.empty())) {
      intake.bytes(bytes, Optional.empty()).ifPresent(this::overhear);
    }
  }

  /** Whether sound of two rates would be mixed; then what waits is lost. */
  private boolean clashes(Optional<String> eventId) {
    boolean clash = intake.clashes(eventId);
    if (clash) {
      forget();
    }
    return clash;
  }

  private void forget() {
    open = null;
    committedAt = ears.position();
    ears.restart();
    intake.forget();
  }

  /** Sound at the input's rate, such as what comes by telephone. */
  void overhear(Pcm sound) {
    if (stage.agenda().now().compareTo(deafUntil) < 0) {
      return;
    }
    Duration before = ears.position();
    List<Edge> edges = ears.hear(sound);
    meter.hear(ears.position().minus(before));
    edges.forEach(edge -> stage.soon(() -> edge(edge)));
    stage.soon(this::reportWords);
  }

  private void edge(Edge edge) {
    if (edge.kind() == Kind.STARTED) {
      begin(edge.at());
    } else if (open != null) {
      open.pause(edge.at());
      if (stage.configuration().serverVad()) {
        handOver(open, SpokenTurn::endBySilence);
      }
    }
  }

  private void begin(Duration at) {
    if (open != null) {
      open.goOn();
      return;
    }
    beforeSpeech.run();
    boolean interrupting = answering.interrupt();
    silence.ends();
    String id = stage.ids().uuid();
    Transcript transcript = comprehension.begin(expected.words());
    open = new Utterance(id, transcript, at, stage.log().lastOfUser(), interrupting);
    misheard.forEach(open::misheardAs);
    misheard.clear();
    if (!stage.configuration().serverVad()
        && stage.dialect().reporting().manualSpeech() == ManualSpeech.SILENT) {
      open.unreported();
      return;
    }
    report(id, at);
  }

  private void report(String id, Duration at) {
    Item.Message item =
        new Item.Message(id, Item.Status.IN_PROGRESS, "user", List.of(Item.Content.inputAudio("")));
    Duration shown = shown(withPadding(at));
    stage.say(event -> new Meaning.SpeechStarted(event, id, shown));
    Optional<String> previous = stage.log().add(item);
    stage.log().ofUser(id);
    stage.say(event -> new Meaning.ItemAdded(event, item, previous));
  }

  /** Where the sound of speech begins that is a turn's own; what was committed is not. */
  private Duration withPadding(Duration at) {
    if (stage.dialect().audioTimes() != AudioTimes.PADDED) {
      return at;
    }
    Duration padded = at.minus(stage.configuration().padding());
    Duration earliest = padded.compareTo(committedAt) < 0 ? committedAt : padded;
    return earliest.compareTo(at) < 0 ? earliest : at;
  }

  private Duration shown(Duration at) {
    return switch (stage.dialect().audioTimes()) {
      case STREAM, PADDED -> at;
      case WALL_CLOCK -> stage.agenda().now();
    };
  }

  private void reportWords() {
    if (open != null && open.reported() && stage.configuration().partialTranscripts()) {
      SpokenTurn.reportPartial(stage, open, open.partial(ears.position()));
    }
  }

  private void handOver(Utterance utterance, Consumer<SpokenTurn> ends) {
    Duration position = ears.position();
    utterance.end(position);
    silence.begins(stage.agenda().now());
    Duration heard = position.minus(committedAt);
    committedAt = position;
    open = null;
    SpokenTurn ended =
        new SpokenTurn(stage, answering, news, utterance, shown(utterance.to()), heard);
    turn = ended;
    comprehension.listen(utterance, () -> ends.accept(ended));
  }

  /** The client says that its turn is over (live-behaviour.md 2.4). */
  void commit(ClientEvent event) {
    if (stage.configuration().serverVad()) {
      return;
    }
    intake.ends("a turn was committed");
    if (open != null) {
      boolean answers = stage.dialect().commit() == Dialect.Commit.ANSWERS;
      handOver(open, ended -> ended.endByCommit(Optional.empty(), answers));
      ears.restart();
    } else {
      committedAt = ears.position();
      ears.restart();
      if (stage.dialect().emptyCommit() == Dialect.EmptyCommit.REFUSED) {
        stage.refuse(stage.setup().refusals().emptyCommit(event.eventId()));
      }
    }
  }

  /** Forgets the sound, and takes back the answer to a turn just committed. */
  void clear() {
    if (open != null) {
      silence.begins(stage.agenda().now());
    }
    forget();
    if (turn != null) {
      turn.forgoAnswer();
    }
    news.nudge();
    stage.say(Meaning.Cleared::new);
  }

  /** Whether {@code response.create} belongs to speech: it commits it, or joins its answer. */
  boolean claims(Optional<ObjectNode> wish) {
    if (open != null) {
      intake.ends("response.create committed a turn");
      handOver(open, ended -> ended.endByCommit(wish, true));
      if (!stage.configuration().serverVad()) {
        ears.restart();
      }
      return true;
    }
    return turn != null && turn.join(wish);
  }

  /** Whether the user speaks right now. */
  boolean speaking() {
    return open != null;
  }

  @Override
  public String toString() {
    return "%s, %s".formatted(ears, open == null ? "silence" : open);
  }
}
