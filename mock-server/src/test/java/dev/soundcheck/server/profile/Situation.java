package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.Profile;
import java.util.List;

/** A moment of a conversation at which profiles say things in another order. */
enum Situation {
  GREETING("Greeting", "live-behaviour.md 0.1, 2.1; events.yaml documented_flow; clients.md 6.4") {
    @Override
    Studio play(Studio studio) {
      return studio.passes(1_000);
    }
  },
  TYPED_TURN("A typed turn", "live-behaviour.md 2.2; events.yaml documented_flow") {
    @Override
    Studio play(Studio studio) {
      studio.fromHere().willSay("Hello.").types("Hi.").asksForResponse();
      return studio.passes(9_000);
    }
  },
  SPOKEN_TURN(
      "A spoken turn with server VAD, words reported",
      "live-behaviour.md 2.3, 4; events.yaml server_events; clients.md 9") {
    @Override
    Studio play(Studio studio) {
      studio.configures(
          """
          "turn_detection":{"type":"server_vad"},
          "audio":{"input":{"transcription":{"model":"grok-transcribe"}}}""");
      studio.passes(1_000).fromHere().willSay("Hello.");
      return studio.pushes(Sounds.utterance(100, 900)).passes(9_000);
    }
  },
  MANUAL_TURN(
      "A manual turn, committed, the answer asked for later", "live-behaviour.md 2.4, 8.1") {
    @Override
    Studio play(Studio studio) {
      studio.fromHere().willSay("Hello.").pushes(Sounds.speech(800));
      studio.sends("{\"type\":\"input_audio_buffer.commit\"}").passes(9_000);
      return studio.asksForResponse().passes(9_000);
    }
  },
  INTERRUPTION("Speech during an answer", "live-behaviour.md 2.6, 8.1; decisions.md Orders") {
    @Override
    Studio play(Studio studio) {
      studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
      studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(1_500);
      return studio.fromHere().pushes(Sounds.speech(500));
    }
  },
  EARLY_INTERRUPTION(
      "Speech before an answer is heard", "live-behaviour.md 2.3, 2.6; decisions.md Orders") {
    @Override
    Studio play(Studio studio) {
      studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
      studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(200);
      return studio.fromHere().pushes(Sounds.speech(500));
    }
  },
  CANCEL("An answer is cancelled", "decisions.md Orders; events.yaml documented_flow") {
    @Override
    Studio play(Studio studio) {
      studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(1_500);
      return studio.fromHere().sends(Everything.CANCEL);
    }
  };

  private final String title;
  private final String source;

  Situation(String title, String source) {
    this.title = title;
    this.source = source;
  }

  String title() {
    return title;
  }

  String source() {
    return source;
  }

  abstract Studio play(Studio studio);

  /** What a profile says in it: the types, a run of deltas as one, the keep-alives too. */
  List<String> types(Profile profile) {
    return play(Studio.paced(profile)).types();
  }
}
