package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final String APPEND = "input_audio_buffer.append";

  private final Manner manner;
  private final Ledger ledger;
  private final Watcher watcher;
  private final Playback playback;
  private final boolean listens;
  private final Microphone microphone;
  private final List<Deed> deeds = new ArrayList<>();
  private final Agreement agreement = new Agreement();
  private Optional<Deed.HangUp> leaving = Optional.empty();
  private Duration saidAt = Duration.ZERO;
  private Optional<Duration> spokenUntil = Optional.empty();
  private boolean commitDue;

  /** {@code listens} as in {@link Mind#listens}. */
  Stage(Manner manner, Ledger ledger, Playback playback, Watcher watcher, boolean listens) {
    this.manner = manner;
    this.ledger = ledger;
    this.watcher = watcher;
    this.playback = playback;
    this.listens = listens;
    this.microphone = new Microphone(manner.speed());
  }

  Settings settings() {
    return agreement.settings();
  }

  /** The server said something. */
  void heard(String type, JsonNode event) {
    agreement.heard(type, event);
  }

  Optional<Duration> wakeAt() {
    return Stream.of(microphone.wakeAt(), playback.wakeAt())
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  /** The server hears somebody speak: then nobody listens any more. */
  void interrupted(Duration now, Collection<Seen> unseen) {
    ledger
        .fallSilent(now, microphone.onsets().began())
        .ifPresent(heard -> truncate(now, heard, unseen));
  }

  private void truncate(Duration now, Tape heard, Collection<Seen> unseen) {
    if (listens && heard.played().length().toMillis() > 0) {
      send(now, ClientEvents.truncate(heard), unseen);
    }
  }

  boolean speaking() {
    return microphone.speaking();
  }

  Optional<Deed.HangUp> leaving() {
    return leaving;
  }

  void takeDeeds(List<Deed> into) {
    into.addAll(deeds);
    deeds.clear();
  }

  /** How the transfer of a call is called in its address. */
  static final String REFER = "refer";

  /** Does one act; what it sends is seen too. */
  void perform(Duration now, Act act, Collection<Seen> unseen) {
    if (act instanceof Act.Say say) {
      say(now, say, unseen);
    } else if (act instanceof Act.Type typed) {
      type(now, typed, unseen);
    } else if (act instanceof Act.StaySilent silent) {
      stayOpen(now, silent.length());
    } else if (act instanceof Act.Close close) {
      leaving = Optional.of(new Deed.HangUp(close.code(), close.reason()));
    } else if (act instanceof Act.Refer refer) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      deeds.add(new Deed.AskCall(REFER, body.put("target_uri", refer.target())));
    } else if (act instanceof Act.HangUpCall) {
      deeds.add(new Deed.AskCall("hangup", JsonNodeFactory.instance.objectNode()));
    } else {
      plainEvents(act).forEach(event -> send(now, event, unseen));
    }
  }

  /** Sends the sound that is due; true when it was words. */
  boolean speak(Duration now, Collection<Seen> unseen) {
    boolean words = microphone.speaking();
    for (var chunk = microphone.next(now); chunk.isPresent(); chunk = microphone.next(now)) {
      watcher.said(chunk.orElseThrow().from(), chunk.orElseThrow().sound());
      chunk.orElseThrow().messages().forEach(sound -> send(now, sound, unseen));
      if (words) {
        spokenUntil = Optional.of(endOfSpeech(now));
        ledger.ended(spokenUntil);
      }
      if (commitDue && !microphone.speaking()) {
        commitDue = false;
        microphone.off();
        ledger.ended(Optional.of(now));
        send(now, ClientEvents.commit(), unseen);
        if (listens && manner.profile() == Profile.DOCUMENTED) {
          send(now, ClientEvents.respond(), unseen);
        }
      }
    }
    return words;
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
    if (microphone.wakeAt().isPresent() && situation(now).quiet() && ledger.currentIsAnswered()) {
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

  private void say(Duration now, Act.Say say, Collection<Seen> unseen) {
    SoundSource sound = manner.sounds().of(say);
    agreement.presume();
    if (listens && !settings().detection()) {
      breakIn(now, unseen);
    }
    ledger.said(say);
    watcher.began(now, say);
    saidAt = now;
    microphone.say(sound, settings().input(), now);
    commitDue = !settings().detection();
  }

  /** Where turns are ended by hand nobody but the client knows that somebody breaks in. */
  private void breakIn(Duration now, Collection<Seen> unseen) {
    Optional<Tape> heard = ledger.fallSilent(now, Optional.of(now));
    if (ledger.answering()) {
      send(now, ClientEvents.cancel(), unseen);
    }
    heard.ifPresent(tape -> truncate(now, tape, unseen));
  }

  /** Silence that an open microphone records; by hand turns nobody would send it. */
  private void stayOpen(Duration now, Duration length) {
    if (settings().detection()) {
      Duration sent = Duration.ofNanos((long) (length.toNanos() * manner.speed()));
      microphone.say(
          new WholeSound(Pcm.silence(sent, settings().input().rate())), settings().input(), now);
    }
  }

  private void type(Duration now, Act.Type typed, Collection<Seen> unseen) {
    ledger.said(typed);
    ledger.ended(Optional.of(now));
    watcher.began(now, typed);
    send(now, ClientEvents.typed(typed.words()), unseen);
    send(now, ClientEvents.respond(), unseen);
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

  /** A binary frame is seen as the event that it stands for. */
  private void send(Duration now, byte[] sound, Collection<Seen> unseen) {
    if (settings().binary()) {
      deeds.add(new Deed.SendSound(sound));
      unseen.add(new Seen.Wire(now, Origin.CLIENT, APPEND, ClientEvents.named(APPEND)));
    } else {
      send(now, ClientEvents.append(sound), unseen);
    }
  }

  private void send(Duration now, ObjectNode event, Collection<Seen> unseen) {
    String type = event.path("type").asString("");
    if ("session.update".equals(type)) {
      agreement.propose(event.path("session"));
    } else if ("response.create".equals(type) || "input_audio_buffer.commit".equals(type)) {
      ledger.asked();
    } else if ("response.cancel".equals(type)) {
      ledger.fallSilent(now, Optional.empty());
    }
    deeds.add(new Deed.Send(event));
    unseen.add(new Seen.Wire(now, Origin.CLIENT, type, event));
  }
}
