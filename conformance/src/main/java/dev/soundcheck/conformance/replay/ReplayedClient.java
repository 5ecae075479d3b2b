package dev.soundcheck.conformance.replay;

import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.recording.Deviation;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Recording;
import dev.soundcheck.server.recording.Speed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The client's side of a recording, spoken to a server: connection after connection.
 *
 * @param outcomes what came of each connection
 * @param deviations what the server did otherwise than recorded, each list for a connection
 */
public record ReplayedClient(List<Outcome> outcomes, List<List<Deviation>> deviations) {
  public ReplayedClient {
    outcomes = List.copyOf(outcomes);
    deviations = deviations.stream().map(List::copyOf).toList();
  }

  /**
   * Speaks; returns when the last connection is over, or one could not be had.
   *
   * @throws dev.soundcheck.server.recording.RecordingException when the client says nothing in it
   */
  public static ReplayedClient speak(
      Trace trace, Policy policy, Speed speed, Target target, Manner manner, Watcher watcher) {
    Recording recording = Recording.of(trace, Origin.CLIENT, policy, speed);
    Recording.Conversation conversation = recording.begin(1);
    List<Outcome> outcomes = new ArrayList<>();
    List<List<Deviation>> deviations = new ArrayList<>();
    try (VoiceClient client = new VoiceClient()) {
      Target next = target;
      boolean connected = true;
      for (int number = 1; connected && conversation.goesOn(); number++) {
        RecordedClient mind = new RecordedClient(conversation.connect(number, () -> {}));
        Outcome outcome = client.hold(next, mind, manner, watcher).join();
        outcomes.add(outcome);
        deviations.add(mind.deviations());
        connected = !outcome.seen().isEmpty();
        next = goingOn(target, outcomes);
      }
    }
    return new ReplayedClient(outcomes, deviations);
  }

  /** Differences that the policy does not let pass. */
  public Stream<Deviation> findings() {
    return deviations.stream().flatMap(List::stream).filter(it -> !it.allowed());
  }

  /** The same place, asked to go on with the conversation (live-behaviour.md 2.12). */
  private static Target goingOn(Target target, List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.seen().stream())
        .flatMap(ReplayedClient::conversation)
        .findFirst()
        .map(id -> new Target(with(target.url(), id), target.key(), target.authority()))
        .orElse(target);
  }

  private static Stream<String> conversation(Observed seen) {
    Optional<String> id =
        seen instanceof Observed.Message message
                && message.type().equals(EventType.CONVERSATION_CREATED.wire())
            ? message.json().path("conversation").path("id").asStringOpt()
            : Optional.empty();
    return id.stream();
  }

  private static URI with(URI url, String conversation) {
    String sign = url.getRawQuery() == null ? "?" : "&";
    String id = URLEncoder.encode(conversation, StandardCharsets.UTF_8);
    return URI.create(url + sign + "conversation_id=" + id);
  }
}
