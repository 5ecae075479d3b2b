package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Many scenarios played by both roles. Those of the profile {@code live}, and those that take a
 * socket, are played on one server with real audio in real time, as many at once as the machine
 * bears, because most of the time each of them waits. The other profiles differ in their events
 * alone, and are played in virtual time; {@code -Drehearsed.real-time} plays all of them in real
 * time.
 */
final class Season implements AutoCloseable, ServerListener {
  /** One scenario in one profile. */
  record Show(Profile profile, Program program) {}

  /** What came of it, and how long it took. */
  record Played(Rehearsal rehearsal, Duration took) {}

  private static final int AT_ONCE = Integer.getInteger("rehearsed.at-once", 24);
  private static final int CLIENTS = 2;
  private static final boolean ALL = Boolean.getBoolean("rehearsed.real-time");
  private static final Duration LAST_WORD = Duration.ofSeconds(5);

  private final Map<Show, CompletableFuture<Played>> played = new ConcurrentHashMap<>();
  private final Map<Integer, List<ConnectionFinding>> findings = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, CompletableFuture<Boolean>> closed = new ConcurrentHashMap<>();
  private final Queue<Show> waiting;
  private final List<Show> virtual;
  private final MockVoiceServer server;
  private final List<VoiceClient> clients;
  private int turn;
  private int seats = AT_ONCE;

  private Season(List<Show> shows) {
    waiting = new ArrayDeque<>(shows.stream().filter(show -> !isVirtual(show)).toList());
    virtual = shows.stream().filter(Season::isVirtual).toList();
    server = MockVoiceServer.start(ServerOptions.builder().journals(false).build(), this);
    clients = Stream.generate(VoiceClient::new).limit(CLIENTS).toList();
  }

  /** Begins; the results come one by one. */
  static Season of(List<Show> shows) {
    Season season = new Season(shows);
    warmUp(shows);
    for (int seat = 0; seat < AT_ONCE; seat++) {
      season.next();
    }
    return season;
  }

  /** The first lines of a scenario would be late where everything has to be loaded first. */
  private static void warmUp(List<Show> shows) {
    shows.stream()
        .filter(show -> VirtualRehearsal.plays(show.program()))
        .limit(3)
        .forEach(show -> VirtualRehearsal.play(show.program(), show.profile()));
  }

  private static boolean isVirtual(Show show) {
    return !ALL && show.profile() != Profile.LIVE && VirtualRehearsal.plays(show.program());
  }

  /** Who is in a hurry would be late if the machine were busy with those who are not. */
  private void leaveSeat() {
    seats--;
    if (seats == 0) {
      virtual.forEach(this::playVirtually);
    }
  }

  private void playVirtually(Show show) {
    long began = System.nanoTime();
    result(show)
        .completeAsync(
            () ->
                new Played(
                    VirtualRehearsal.play(show.program(), show.profile()),
                    Duration.ofNanos(System.nanoTime() - began)));
  }

  /** What came of this one; waits until it is over. */
  Played of(Show show) {
    return result(show).join();
  }

  @Override
  public void opened(OpenedConnection connection) {
    numbers(key(connection.profile(), connection.scenario())).add(connection.number());
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings(finding.connection()).add(finding);
  }

  @Override
  public void observed(Observed observed) {
    if (observed instanceof Observed.Closed) {
      end(observed.connection()).complete(true);
    }
  }

  @Override
  public void close() {
    clients.forEach(VoiceClient::close);
    server.close();
  }

  private synchronized void next() {
    Show show = waiting.poll();
    if (show == null) {
      leaveSeat();
      return;
    }
    turn = (turn + 1) % CLIENTS;
    long began = System.nanoTime();
    CompletableFuture<Played> result = result(show);
    var unused =
        hold(show, clients.get(turn))
            .thenCompose(outcome -> rehearsal(show, outcome))
            .whenComplete(
                (rehearsal, broken) -> {
                  if (broken == null) {
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    result.complete(new Played(rehearsal, took));
                  } else {
                    result.completeExceptionally(broken);
                  }
                  next();
                });
  }

  private CompletableFuture<Outcome> hold(Show show, VoiceClient client) {
    return client.hold(
        Rehearsal.stage(server, show.program(), show.profile()),
        new ClientRole(show.program(), AudioFormat.DEFAULT),
        Manner.USUAL.with(show.profile()),
        Watcher.NONE);
  }

  /** The server hears of the end after the client. */
  private CompletableFuture<Rehearsal> rehearsal(Show show, Outcome outcome) {
    List<Integer> connections = numbers(key(show.profile(), show.program().name()));
    CompletableFuture<?>[] ends =
        connections.stream().map(this::end).toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(ends)
        .completeOnTimeout(null, LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(over -> new Rehearsal(outcome, found(connections)));
  }

  private List<ConnectionFinding> found(List<Integer> connections) {
    return connections.stream().flatMap(one -> findings(one).stream()).toList();
  }

  private List<Integer> numbers(String key) {
    return numbers.computeIfAbsent(key, one -> new CopyOnWriteArrayList<>());
  }

  private CompletableFuture<Played> result(Show show) {
    return played.computeIfAbsent(show, one -> new CompletableFuture<>());
  }

  private List<ConnectionFinding> findings(int connection) {
    return findings.computeIfAbsent(connection, one -> new CopyOnWriteArrayList<>());
  }

  private CompletableFuture<Boolean> end(int connection) {
    return closed.computeIfAbsent(connection, one -> new CompletableFuture<>());
  }

  private static String key(Profile profile, String scenario) {
    return profile.id() + " " + scenario;
  }
}
