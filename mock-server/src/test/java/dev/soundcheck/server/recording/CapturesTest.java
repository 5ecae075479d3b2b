package dev.soundcheck.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captured live sessions, played by both sides against each other (../shared/live-sessions). */
final class CapturesTest {
  static Stream<Path> files() {
    return Cassette.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_client_that_does_what_was_recorded_is_told_all_that_was_recorded(Path file) {
    Duet duet = Duet.of(Cassette.read(file), Policy.EXACT);

    assertThat(duet.deviations).isEmpty();
    assertThat(duet.heard(Origin.SERVER)).isEqualTo(duet.recorded(Origin.SERVER));
    assertThat(duet.heard(Origin.CLIENT)).isEqualTo(duet.recorded(Origin.CLIENT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void no_id_that_the_server_made_is_said_again(Path file) {
    Trace trace = Cassette.read(file);
    Names names = new Names(trace.seen());
    Duet duet = Duet.of(trace, Policy.EXACT);

    Set<String> again = new HashSet<>();
    for (Observed one : duet.wire) {
      if (one instanceof Observed.Message message) {
        Names.ATOM
            .matcher(message.json().toString())
            .results()
            .map(id -> id.group())
            .filter(id -> names.maker(id).filter(Origin.SERVER::equals).isPresent())
            .forEach(again::add);
      }
    }
    assertThat(again).isEmpty();
  }

  /** The recorded client and the recorded server, each waiting for the other. */
  private static final class Duet {
    final List<Observed> wire = new ArrayList<>();
    final List<Deviation> deviations = new ArrayList<>();
    private final Trace trace;

    private Duet(Trace trace) {
      this.trace = trace;
    }

    static Duet of(Trace trace, Policy policy) {
      Duet duet = new Duet(trace);
      Reel servers = new Reel(Recording.of(trace, Origin.SERVER, policy, Speed.INSTANT), 7);
      Recording.Conversation client =
          Recording.of(trace, Origin.CLIENT, Policy.TYPES, Speed.INSTANT).begin(8);
      for (int number = 1; client.goesOn(); number++) {
        duet.play(servers.next(number, Optional.empty()), client.connect(number, () -> {}));
      }
      return duet;
    }

    private void play(Recital server, Recital client) {
      Deque<Observed> toClient = new ArrayDeque<>(server.advance(Duration.ZERO));
      Deque<Observed> toServer = new ArrayDeque<>(client.advance(Duration.ZERO));
      while (!toClient.isEmpty() || !toServer.isEmpty()) {
        boolean up = !toServer.isEmpty();
        Observed next = up ? toServer.remove() : toClient.remove();
        wire.add(next);
        if (up) {
          toClient.addAll(server.hear(Duration.ZERO, next));
        } else {
          toServer.addAll(client.hear(Duration.ZERO, next));
        }
      }
      server.end(Duration.ZERO);
      client.end(Duration.ZERO);
      server.deviations().stream().filter(it -> !it.allowed()).forEach(deviations::add);
      client.deviations().stream().filter(it -> !it.allowed()).forEach(deviations::add);
    }

    List<String> heard(Origin from) {
      return names(wire, from);
    }

    List<String> recorded(Origin from) {
      return names(trace.seen(), from);
    }

    private static List<String> names(List<Observed> seen, Origin from) {
      return seen.stream().filter(it -> Speaker.of(it) == from).map(Sort::name).toList();
    }
  }
}
