package dev.soundcheck.server.play;

import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Transfer;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of a telephone call over HTTP, and how the scenario answers it. */
final class CallControl {
  private final Performance performance;
  private final PhoneLine phone;
  private final Mind mind;

  CallControl(Performance performance, PhoneLine phone, Mind mind) {
    this.performance = performance;
    this.phone = phone;
    this.mind = mind;
  }

  /** Somebody wants the call transferred. */
  void transfer(String target, Consumer<Transfer> answer) {
    phone.transfer(answer);
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    performance.overhear(Seen.REFER, request.put("target_uri", target));
  }

  /** A transfer that the scenario says nothing about succeeds. */
  void transferAsUsual() {
    if (phone.transferring() && !mind.awaits(Seen.REFER)) {
      phone.answer(Transfer.ACCEPTED).ifPresent(why -> performance.close(Performance.NORMAL, why));
    }
  }

  /** Somebody ends the call. */
  void hangUp() {
    performance.overhear(Seen.HANG_UP, JsonNodeFactory.instance.objectNode());
    performance.close(Performance.NORMAL, "The call was hung up.");
  }
}
