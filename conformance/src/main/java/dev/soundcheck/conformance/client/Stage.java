package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns acts into events on the wire: the microphone, what was told to the server, what is owed.
 */
final class Stage {
  private final Manner manner;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Watcher watcher;
  private final Playback playback;
  private final boolean listens;
  private final Microphone microphone;
  private Optional<Deed.HangUp> leaving = Optional.empty();
  private Duration saidAt = Duration.ZERO;
  private Optional<Duration> spokenUntil = Optional.empty();
  private boolean commitDue;
  private boolean holding;

  /** {@code listens} as in {@link Mind#listens}. */
  Stage(
      Manner manner,
      Ledger ledger,
      Outbox outbox,
      Playback playback,
      Watcher watcher,
      boolean listens) {
    this.manner = manner;
    this.ledger = ledger;
    this.outbox = outbox;
    this.watcher = watcher;
    this.playback = playback;
    this.listens = listens;
    this.microphone = new Microphone(manner.speed());
  }

  Settings settings() {
    return outbox.settings();
  }

  /** The server said something. */
  void heard(String type, JsonNode event) {
    outbox.heard(type, event);
  }

  Optional<Duration> wakeAt() {
    return Stream.of(microphone.wakeAt(), playback.wakeAt())
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  /** The server hears somebody speak: then nobody listens any more. */
  void interrupted(Duration now) {
    ledger.fallSilent(now, microphone.onsets().began()).ifPresent(heard -> truncate(now, heard));
  }

  private void truncate(Duration now, Tape heard) {
    if (listens && heard.played().length().toMillis() > 0) {
      outbox.send(now, ClientEvents.truncate(heard));
    }
  }

  boolean speaking() {
    return microphone.speaking();
  }

  Optional<Deed.HangUp> leaving() {
    return leaving;
  }

  void takeDeeds(List<Deed> into) {
    outbox.takeDeeds(into);
  }

  /** How the transfer of a call is called in its address. */
  static final String REFER = "refer";

  /** Does one act; what it sends is seen too. */
  void perform(Duration now, Act act) {
    if (act instanceof Act.Say say) {
      say(now, say);
    } else if (act instanceof Act.Type typed) {
      type(now, typed);
    } else if (act instanceof Act.StaySilent silent) {
      stayOpen(now, silent.length());
    } else if (act instanceof Act.Close close) {
      leaving = Optional.of(new Deed.HangUp(close.code(), close.reason()));
    } else if (act instanceof Act.Refer refer) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      outbox.ask(REFER, body.put("target_uri", refer.target()));
    } else if (act instanceof Act.HangUpCall) {
      outbox.ask("hangup", JsonNodeFactory.instance.objectNode());
    } else {
      plainEvents(act).forEach(event -> outbox.send(now, event));
    }
  }

  /** Somebody at the headset's microphone is heard from now on. */
  void open(Duration now) {
    if (microphone.live().isEmpty()) {
      outbox.presume();
      manner
          .headset()
          .microphone()
          .ifPresent(somebody -> microphone.open(somebody, settings().input(), now));
    }
  }

  /** Sends the sound that is due; true when the server cannot be expected to say anything. */
  boolean speak(Duration now) {
    if (microphone.live().isPresent()) {
      listenIn(now);
      return ledger.still();
    }
    boolean words = microphone.speaking();
    for (var chunk = microphone.next(now); chunk.isPresent(); chunk = microphone.next(now)) {
      send(now, chunk.orElseThrow());
      if (words) {
        spokenUntil = Optional.of(endOfSpeech(now));
        ledger.ended(spokenUntil);
      }
      if (commitDue && !microphone.speaking()) {
        commitDue = false;
        microphone.off();
        endByHand(now);
      }
    }
    return words;
  }

  /** Where turns are ended by hand only what is said with the word in hand is sent. */
  private void listenIn(Duration now) {
    boolean byHand = !settings().detection();
    boolean held = microphone.live().filter(LiveFeed::held).isPresent();
    if (byHand && held && !holding) {
      breakIn(now);
      begin(now);
    }
    for (var chunk = microphone.next(now); chunk.isPresent(); chunk = microphone.next(now)) {
      if (!byHand || held || holding) {
        send(now, chunk.orElseThrow());
      }
    }
    if (byHand && holding && !held) {
      endByHand(now);
    }
    holding = held;
  }

  /** A turn of somebody at the microphone. */
  private void begin(Duration now) {
    Act.Say live = new Act.Say("", Optional.empty());
    ledger.said(live);
    watcher.began(now, live);
  }

  /** The server hears speech, or its end, of somebody at the microphone. */
  void heardLive(Duration now, String type) {
    if (microphone.live().isEmpty() || !settings().detection()) {
      return;
    }
    if ("input_audio_buffer.speech_started".equals(type) && ledger.newTurn()) {
      begin(now);
    } else if ("input_audio_buffer.speech_stopped".equals(type)) {
      ledger.ended(microphone.onsets().ended());
    }
  }

  private void send(Duration now, Microphone.Chunk chunk) {
    watcher.said(chunk.from(), chunk.sound());
    chunk.messages().forEach(sound -> outbox.send(now, sound));
  }

  private void endByHand(Duration now) {
    ledger.ended(Optional.of(now));
    outbox.send(now, ClientEvents.commit());
    if (listens && manner.profile() == Profile.DOCUMENTED) {
      outbox.send(now, ClientEvents.respond());
    }
  }

  Mind.Situation situation(Duration now) {
    boolean speaking = microphone.speaking();
    return new Mind.Situation(
        speaking,
        !speaking && ledger.still() && decided(now),
        ledger.answering(),
        playback.playing(),
        ledger.played());
  }

  /** A microphone is of no use once nobody speaks and nothing is owed. */
  void restIfQuiet(Duration now) {
    boolean rests = microphone.wakeAt().isPresent() && microphone.live().isEmpty();
    if (rests && situation(now).quiet() && ledger.currentIsAnswered()) {
      microphone.off();
    }
  }

  /** Whether detection has had the silence that it needs to know that the words are over. */
  private boolean decided(Duration now) {
    if (!settings().detection()) {
      return true;
    }
    Duration needed = Duration.ofNanos((long) (settings().silence().toNanos() / manner.speed()));
    return spokenUntil.map(end -> end.plus(needed).compareTo(now) <= 0).orElse(true);
  }

  /** The last moment that was not quiet; the end of the sound where all of it is. */
  private Duration endOfSpeech(Duration now) {
    return microphone.onsets().ended().filter(end -> end.compareTo(saidAt) > 0).orElse(now);
  }

  private void say(Duration now, Act.Say say) {
    SoundSource sound = manner.sounds().of(say);
    outbox.presume();
    if (listens && !settings().detection()) {
      breakIn(now);
    }
    ledger.said(say);
    watcher.began(now, say);
    saidAt = now;
    microphone.say(sound, settings().input(), now);
    commitDue = !settings().detection();
  }

  /** Where turns are ended by hand nobody but the client knows that somebody breaks in. */
  private void breakIn(Duration now) {
    Optional<Tape> heard = ledger.fallSilent(now, Optional.of(now));
    if (ledger.answering()) {
      outbox.send(now, ClientEvents.cancel());
    }
    heard.ifPresent(tape -> truncate(now, tape));
  }

  /** Silence that an open microphone records; by hand turns nobody would send it. */
  private void stayOpen(Duration now, Duration length) {
    if (settings().detection()) {
      Duration sent = Duration.ofNanos((long) (length.toNanos() * manner.speed()));
      microphone.say(
          new WholeSound(Pcm.silence(sent, settings().input().rate())), settings().input(), now);
    }
  }

  private void type(Duration now, Act.Type typed) {
    ledger.said(typed);
    ledger.ended(Optional.of(now));
    watcher.began(now, typed);
    outbox.send(now, ClientEvents.typed(typed.words()));
    outbox.send(now, ClientEvents.respond());
  }

  private static List<ObjectNode> plainEvents(Act act) {
    if (act instanceof Act.Configure configure) {
      return List.of(ClientEvents.update(configure.session()));
    }
    if (act instanceof Act.Send send) {
      return List.of(ClientEvents.of(send.type(), send.body()));
    }
    List<ObjectNode> events = new ArrayList<>();
    if (act instanceof Act.GiveOutputs given) {
      for (Turn.ToolOutput output : given.outputs()) {
        events.add(ClientEvents.output(output.callId(), output.output()));
      }
      events.add(ClientEvents.respond());
    }
    return events;
  }
}
