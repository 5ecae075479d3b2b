package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Memory;
import dev.soundcheck.server.session.Past;
import java.util.List;
import java.util.Optional;

/** A session in which a server says everything it can say. */
final class Everything {
  static final String LONG =
      "A rather long answer that takes its time to be spoken. It even has a second sentence.";
  static final String CANCEL = "{\"type\":\"response.cancel\"}";

  private Everything() {}

  static Studio said(Profile profile) {
    Conversations past = new Conversations();
    past.keep("c", new Memory.Line("i", "Before."), Studio.OPENED);
    Studio studio = Studio.with(profile, setup -> setup.with(new Past(Optional.of("c"), past)));
    studio.configures(
        """
        "resumption":{"enabled":true},"turn_detection":{"type":"server_vad","idle_timeout_ms":30000},"voice":"eve","reasoning":{"effort":"high"},
        "tools":[{"type":"function","name":"f"},{"type":"web_search"},
        {"type":"mcp","server_label":"docs","server_url":"https://mcp.example/mcp"}],"replace":{"a":"b"},
        "audio":{"input":{"transcription":{"model":"grok-transcribe"}},"output":{"speed":1.1}}""");
    studio.passes(1_000).willSay("Hm.").pushes(Sounds.utterance(100, 900)).passes(5_000);
    Intent.Part use = new Intent.Use("search", "{}", Optional.empty());
    Intent.Part call = new Intent.Call("f", "{}");
    studio.will(new Intent.Answer(List.of(use, Studio.speech("Wait."), call)));
    studio.types("Hi.").asksForResponse().passes(5_000).sends(output(studio));
    studio.willSay("Written.").types("Hi.");
    studio
        .sends("{\"type\":\"response.create\",\"response\":{\"modalities\":[\"text\"]}}")
        .passes(5_000);
    studio.willSay(LONG).types("Hi.");
    studio.sends("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"a\":\"b\"}}}");
    studio.passes(1_500).sends(CANCEL).sends(CANCEL);
    studio.sends("{\"type\":\"input_audio_buffer.clear\"}");
    studio.intends(new Intent.Press("#"));
    afterwards(studio, profile);
    return studio.passes(31_000);
  }

  private static String output(Studio studio) {
    String call =
        studio.last(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE).path("call_id").asString();
    return """
    {"type":"conversation.item.create",
     "item":{"type":"function_call_output","call_id":"%s","output":"1"}}"""
        .formatted(call);
  }

  private static void afterwards(Studio studio, Profile profile) {
    String item =
        studio.last(EventType.RESPONSE_OUTPUT_ITEM_DONE).path("item").path("id").asString();
    studio.sends(
        """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":1}"""
            .formatted(item));
    if (profile.has(EventType.CONVERSATION_ITEM_RETRIEVE)) {
      studio.sends("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"%s\"}".formatted(item));
    }
    studio.sends("{\"type\":\"conversation.item.delete\",\"item_id\":\"%s\"}".formatted(item));
  }
}
