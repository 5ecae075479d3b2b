package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.cucumber.line.Script;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Excerpt;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Our client at work on one scenario; the script is told how far it gets. */
final class Conversation implements AutoCloseable {
  private final Venue venue;
  private final Excerpt.Part part;
  private final TraceHeader header;
  private final VoiceClient client = new VoiceClient();
  private final Log log = new Log();
  private final CompletableFuture<Optional<String>> ended;

  /** For a server that does not answer the client's closing frame. */
  private static final Duration LAST_WORD = Duration.ofSeconds(3);

  private Conversation(Venue venue, Script script, Target there, Profile profile) {
    this.venue = venue;
    this.part = script.part();
    this.header = TraceHeader.of(Instant.now(), there.url().toString(), profile, "soundcheck");
    this.ended =
        client
            .hold(
                there,
                new ClientRole(script.program(), AudioFormat.DEFAULT),
                Manner.USUAL.with(profile),
                log)
            .handle((outcome, broken) -> broken == null ? failure(outcome) : because(broken))
            .whenComplete((why, none) -> script.ended(why));
  }

  /** Calls the server of the venue and begins. */
  static Conversation begin(Venue venue, Script script, Profile profile) {
    try {
      return new Conversation(venue, script, venue.stage(script.part()), profile);
    } catch (RuntimeException notStaged) {
      venue.close();
      throw notStaged;
    }
  }

  /** Where the script has the server refuse us, a refusal is all that there is to play. */
  private Optional<String> failure(Outcome outcome) {
    return outcome
        .failure()
        .filter(why -> !outcome.seen().isEmpty() || !refusals().anyMatch(why::contains));
  }

  private Stream<String> refusals() {
    return part.program().faults().stream()
        .filter(fault -> fault.kind() == FaultKind.REFUSE)
        .map((Fault fault) -> fault.text(0));
  }

  private static Optional<String> because(Throwable broken) {
    return Optional.of("Our client failed, and the server is not to blame: " + broken);
  }

  /** Waits until the client has hung up, which it does when the script is over. */
  void hungUp() {
    var unused =
        ended
            .completeOnTimeout(Optional.empty(), LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  String place() {
    return header.target();
  }

  Log log() {
    return log;
  }

  Trace trace() {
    return new Trace(header, log.seen(), List.of());
  }

  /** What the contract does not allow; a server that was told to break it may. */
  List<String> breaches() {
    return part.program().misbehaves() ? List.of() : log.breaches();
  }

  /** Hangs up, wherever the conversation is. */
  @Override
  public void close() {
    client.close();
    venue.close();
  }
}
