package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.ServerOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client tells of a conversation on two connections (live-behaviour.md 2.12). */
@Timeout(60)
final class ComingBackTest {
  @Test
  void both_connections_are_one_conversation_and_one_trace() {
    Program program =
        Repertoire.builtIn()
            .named("resumption/a-conversation-goes-on-after-the-connection-was-cut")
            .orElseThrow();

    Rehearsal rehearsal = Rehearsal.play(program, ServerOptions.builder().build());

    Outcome outcome = rehearsal.client();
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.exchanges()).hasSize(2);
    assertThat(outcome.seen()).extracting(Observed::at).isSorted();
    assertThat(created(outcome.seen())).extracting(Observed::connection).containsExactly(1, 2);
    assertThat(created(outcome.seen()))
        .extracting(said -> said.json().at("/conversation/id").asString())
        .doesNotContain("")
        .hasSize(2)
        .allMatch(created(outcome.seen()).get(0).json().at("/conversation/id").asString()::equals);
  }

  private static List<Observed.Message> created(List<Observed> seen) {
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .filter(said -> said.type().equals("conversation.created"))
        .toList();
  }
}
