package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One session of the protocol. Deterministic and confined to one caller at a time; times count from
 * the opening and never go back. Every call first does what was due before {@code now}.
 *
 * <pre>
 *  open ---> IDLE &lt;-----------------------------------------------------------.
 *             |  |                                                              |
 *             |  | response.create with news, commit or end of speech           |
 *             |  '-----> ASKING (ends the call's output with Cue.Asked)         |
 *             |            | intend(Wait) ------------------------------------->|
 *             |            | intend(Answer)                                     |
 *             | force_     v                                                    |
 *             | message, ANSWERING: response.created -> items -> response.done -'
 *             '-------->   | speech, response.cancel: broken off --------------'
 *
 *  beside it:  SILENCE -> SPEECH -> SPEECH OVER -> ASKING      (see Listening)
 * </pre>
 */
public final class Session {
  private final Stage stage;
  private final UsageMeter meter = new UsageMeter();
  private final News news = new News();
  private final Answering answering;
  private final Listening listening;
  private final Keypad keypad;
  private final Inbox inbox;
  private final Ending ending;

  public Session(Setup setup) {
    stage = new Stage(setup, meter);
    Silence silence = new Silence(stage);
    answering = new Answering(stage, meter, silence);
    keypad = new Keypad(stage, answering, news, silence);
    listening = new Listening(stage, meter, answering, news, silence, keypad::flush);
    inbox = new Inbox(stage, answering, listening, news, silence);
    ending = new Ending(stage, answering);
  }

  /** The greeting; called once, before anything else. */
  public List<Output> open() {
    String sessionId = stage.ids().hex();
    String conversationId = stage.resumption().open(stage.ids().uuid());
    if (stage.dialect().greeting() == Dialect.Greeting.SESSION) {
      Configuration initial = stage.configuration();
      stage.say(id -> new Meaning.SessionCreated(id, sessionId, initial));
    }
    stage.say(id -> new Meaning.ConversationCreated(id, conversationId));
    keepAlive();
    ending.begin();
    return stage.flush();
  }

  private void keepAlive() {
    ping();
    if (pings()) {
      stage.agenda().in(stage.dialect().pingEvery(), this::keepAlive);
    }
  }

  private boolean pings() {
    return !stage.dialect().pingEvery().isZero();
  }

  /** Says nothing in a dialect without pings, even when asked to. */
  private void ping() {
    if (pings()) {
      stage.say(id -> new Meaning.Pinged(id, stage.wall()));
    }
  }

  /** An event that the contract allows. */
  public List<Output> receive(Duration now, ClientEvent event) {
    return fromClient(now, () -> inbox.take(event));
  }

  /** A binary frame: raw audio in the input format. */
  public List<Output> hear(Duration now, byte[] audio) {
    return fromClient(now, () -> inbox.take(() -> listening.hear(audio)));
  }

  /** Sound of a caller on the telephone, at the rate of {@link #hearsAt}. */
  public List<Output> overhear(Duration now, Pcm sound) {
    return at(now, () -> inbox.take(() -> listening.overhear(sound)));
  }

  /** Samples per second of the sound that the session hears. */
  public int hearsAt() {
    return stage.configuration().input().rate();
  }

  /** Something the client sent that is refused before it reaches the protocol. */
  public List<Output> refuse(Duration now, Refusal refusal) {
    return fromClient(now, () -> inbox.take(() -> stage.refuse(refusal)));
  }

  private List<Output> fromClient(Duration now, Runnable what) {
    ending.hear(now);
    return at(now, what);
  }

  /** What whoever plays the mind wants. */
  public List<Output> intend(Duration now, Intent intent) {
    if (intent instanceof Intent.Answer answer) {
      return stage.asking() ? resolve(now, Optional.of(answer)) : at(now, () -> speak(answer));
    }
    if (intent instanceof Intent.Wait) {
      return stage.asking() ? resolve(now, Optional.empty()) : advance(now);
    }
    Runnable aside = aside(intent);
    if (stage.stopped()) {
      aside.run();
      return stage.flush();
    }
    return at(now, aside);
  }

  /** What is wanted beside answers. */
  private Runnable aside(Intent intent) {
    if (intent instanceof Intent.ExpectWords expected) {
      return () -> listening.expect(expected);
    }
    if (intent instanceof Intent.Mishear misheard) {
      return () -> listening.mishear(misheard.words());
    }
    if (intent instanceof Intent.ListFails fails) {
      return () -> inbox.servers().fails(fails.label(), fails.failure());
    }
    return intent instanceof Intent.Press press ? () -> keypad.press(press.key()) : this::ping;
  }

  private void speak(Intent.Answer answer) {
    answering.begin(ReplyOrder.answering(answer, UsageMeter.In.NOTHING, Optional.empty()));
  }

  private List<Output> resolve(Duration now, Optional<Intent.Answer> answer) {
    stage.answer(answer);
    if (answer.isPresent() && listening.speaking()) {
      answering.interrupt();
    }
    stage.run(now);
    return stage.flush();
  }

  /** What was said, as {@link Cue.Heard} asked; it goes on at the time of that. */
  public List<Output> understand(String words) {
    stage.understand(words);
    stage.run(stage.agenda().now());
    return stage.flush();
  }

  /** Does what is due up to {@code now}. */
  public List<Output> advance(Duration now) {
    demandAnswer();
    stage.run(now);
    return stage.flush();
  }

  private List<Output> at(Duration now, Runnable what) {
    demandAnswer();
    stage.agenda().at(now, what);
    stage.run(now);
    return stage.flush();
  }

  private void demandAnswer() {
    if (stage.stopped()) {
      throw new IllegalStateException(
          "the session asked; expected intend with an answer or a wait next, or what was said");
    }
  }

  /** When {@link #advance} has something to do next. */
  public Optional<Duration> wakeAt() {
    return stage.agenda().next();
  }

  /** Whether that is only saying what was made before, as the next piece of an answer. */
  public boolean wakesBriefly() {
    return stage.agenda().brief();
  }

  /** The whole state in one line. */
  @Override
  public String toString() {
    return "Session[%s; %s; %s; %s; %s; %s]"
        .formatted(stage, stage.configuration(), answering, listening, news, meter);
  }
}
