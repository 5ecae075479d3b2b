package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.conformance.selftest.Habit;
import dev.soundcheck.conformance.suite.Line;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.play.Conditions;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.play.Opening;
import dev.soundcheck.server.play.Play;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.TurnedAway;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.session.Past;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line without a network: our client and our mock in one virtual time, in which a minute takes as
 * long as the machine needs for its work. One of both sides has a habit.
 */
public final class VirtualLine implements Line, Dialer, Witness {
  private static final Pattern CONVERSATION = Pattern.compile("[?&]conversation_id=([^&]*)");
  private static final Instant EPOCH = Instant.ofEpochSecond(1_800_000_000);
  private static final long SEED = 20_261_201;

  private final Profile profile;
  private final Origin broken;
  private final Supplier<Habit> habit;
  private final VirtualPace pace = new VirtualPace();
  private final Conversations conversations = new Conversations();
  private final List<Observed> seen = new ArrayList<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final List<Duration> openings = new ArrayList<>();
  private final List<VirtualConnection> connections = new ArrayList<>();
  private Program next;

  /**
   * A line on which nobody has called yet.
   *
   * @param program what the server plays
   * @param broken whose habit it is
   * @param habit a new one for each connection
   */
  public VirtualLine(Program program, Profile profile, Origin broken, Supplier<Habit> habit) {
    this.next = program;
    this.profile = profile;
    this.broken = broken;
    this.habit = habit;
  }

  @Override
  public VoiceClient client() {
    return new VoiceClient(this, pace);
  }

  @Override
  public <T> Optional<T> await(CompletableFuture<T> something, Duration limit) {
    pace.passUntil(limit, something::isDone);
    return something.isDone() ? Optional.of(something.join()) : Optional.empty();
  }

  /** What our client made of a talk with this mind; nothing when it was not over by then. */
  public Optional<Outcome> hold(Mind mind, Manner manner, Duration limit) {
    Target anywhere = Target.of(URI.create("ws://nowhere.example/v1/realtime"));
    Optional<Outcome> outcome = await(client().hold(anywhere, mind, manner, Watcher.NONE), limit);
    end();
    return outcome;
  }

  @Override
  public void dial(Target target, Ear ear) {
    Matcher asked = CONVERSATION.matcher(target.url().toString());
    Optional<String> conversation = asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
    int number = openings.size() + 1;
    openings.add(pace.now());
    VirtualConnection connection = new VirtualConnection(pace, ear, broken, habit.get());
    Opening opening =
        new Opening(
            number,
            next,
            profile,
            "",
            SEED + number,
            SpokenVoice.embedded(),
            EPOCH.plus(pace.now()));
    Show play =
        crowded(next)
            ? new TurnedAway(opening, next.faults().size(), connection.toClient(), this)
            : new Play(
                opening,
                Conditions.USUAL.with(new Past(conversation, conversations)),
                connection.toClient(),
                this);
    play.misbehave(Duration.ZERO, next.faults());
    next = next.sequel().orElse(next);
    connections.add(connection);
    connection.begin(play);
  }

  private static boolean crowded(Program program) {
    return program.faults().stream().anyMatch(fault -> fault.kind() == FaultKind.CROWDED);
  }

  /** Whatever is still going on ends, a minute later. */
  public void end() {
    pace.passUntil(pace.now().plusSeconds(60));
    connections.forEach(VirtualConnection::end);
  }

  @Override
  public void observed(Observed observed) {
    seen.add(observed);
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings.add(finding);
  }

  /** What the server saw, connection by connection; times count from the opening of each. */
  public List<Observed> seen() {
    return List.copyOf(seen);
  }

  /** When each connection was opened. */
  public List<Duration> openings() {
    return List.copyOf(openings);
  }

  /** What the server found. */
  public List<ConnectionFinding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public void close() {
    pace.close();
  }
}
