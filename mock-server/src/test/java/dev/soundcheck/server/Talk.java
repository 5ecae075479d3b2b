package dev.soundcheck.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A client that types, wants to be able to come back, and remembers what it was answered. */
final class Talk {
  private final Caller caller;
  private final String conversation;
  private final List<String> replayed = new ArrayList<>();
  private String answer = "";

  private Talk(Caller caller) {
    this.caller = caller;
    this.conversation = caller.hears("conversation.created").at("/conversation/id").asString();
  }

  static Talk with(MockVoiceServer server) throws ExecutionException {
    return at(server.uri());
  }

  static Talk resuming(MockVoiceServer server, String conversation) throws ExecutionException {
    return at(URI.create(server.uri() + "?conversation_id=" + conversation));
  }

  static Talk at(URI uri) throws ExecutionException {
    Talk talk = new Talk(Caller.to(uri));
    talk.caller.says(
        "{\"type\":\"session.update\",\"session\":{\"resumption\":{\"enabled\":true}}}");
    return talk;
  }

  /** Types something, and returns when the answer is there. */
  Talk asks() throws ExecutionException {
    caller.says(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}""");
    caller.says("{\"type\":\"response.create\"}");
    answer =
        caller.hears("response.output_audio_transcript.done").path("transcript").asString().strip();
    caller.hears("response.done");
    return this;
  }

  Talk says(String text) throws ExecutionException {
    caller.says(text);
    return this;
  }

  void hangsUp() throws ExecutionException {
    caller.hangsUp();
  }

  String conversation() {
    return conversation;
  }

  /** What the assistant said last. */
  String answer() {
    return answer;
  }

  /** The first thing that is said again of what was said before. */
  String replayed() {
    return replays(1).get(0);
  }

  /** So much is said again. */
  List<String> replays(int many) {
    while (replayed.size() < many) {
      replayed.add(caller.hears("conversation.item.added").at("/item/content/0/text").asString());
    }
    return replayed;
  }
}
