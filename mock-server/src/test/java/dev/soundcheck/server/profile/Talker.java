package dev.soundcheck.server.profile;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.ClientEvent;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Session;
import dev.soundcheck.server.session.Setup;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A session that takes one typed turn after another, each like the one before. */
final class Talker {
  /** Next to none, so that sound does not hide what the session costs. */
  private static final Pcm SOUND = ToneVoice.hum(240);

  private static final Intent ANSWER = new Intent.Answer(List.of(new Intent.Speech("Hello.")));
  private static final JsonMapper JSON = new JsonMapper();
  private static final ClientEvent ITEM =
      new ClientEvent(
          EventType.CONVERSATION_ITEM_CREATE,
          JSON.readTree(
              """
              {"type":"conversation.item.create","item":{"type":"message","role":"user",
               "content":[{"type":"input_text","text":"How are you?"}]}}"""));
  private static final ClientEvent CREATE =
      new ClientEvent(EventType.RESPONSE_CREATE, JSON.readTree("{\"type\":\"response.create\"}"));

  private final Wiring wiring = Wiring.of(Profile.LIVE);
  private final Session session;
  private Duration now = Duration.ZERO;

  Talker(long seed) {
    Setup setup = new Setup(wiring.dialect(), "", new Ids(seed), new SameSound(), Studio.OPENED);
    session = new Session(setup.with(Pace.INSTANT));
    session.open();
  }

  /** Takes so many turns. */
  Talker after(int turns) {
    for (int i = 0; i < turns; i++) {
      turn();
    }
    return this;
  }

  /** One turn; how many things were said in it. */
  int turn() {
    now = now.plusMillis(1);
    int said = session.receive(now, ITEM).size();
    List<Output> asked = session.receive(now, CREATE);
    if (!(asked.get(asked.size() - 1) instanceof Cue.Asked)) {
      throw new IllegalStateException("expected a question at the end, found " + asked);
    }
    return said + session.intend(now, ANSWER).size();
  }

  /** Costs nothing, so that only the session is measured. */
  private static final class SameSound implements Voice {
    @Override
    public int rate() {
      return 24_000;
    }

    @Override
    public Pcm speak(String words) {
      return SOUND;
    }
  }
}
