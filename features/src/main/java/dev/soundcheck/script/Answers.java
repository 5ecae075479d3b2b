package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;

/** Answers of a server in words. */
final class Answers {
  private Answers() {}

  static String shown(Reply reply) {
    List<String> parts = new ArrayList<>();
    if (!reply.transcript().isBlank()) {
      parts.add("\"%s\" spoken".formatted(reply.transcript()));
    }
    reply.calls().forEach(call -> parts.add("a call of " + shown(call)));
    String what = parts.isEmpty() ? "an empty answer" : String.join(" and ", parts);
    return reply.status().equals("completed") ? what : what + ", " + reply.status();
  }

  static String shown(Reply.Call call) {
    return "\"%s\" with %s".formatted(call.tool(), call.arguments());
  }
}
