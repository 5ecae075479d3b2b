package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What clients send beyond the contract (clients.md B, "Payload leniency"). */
class BeyondTheContractTest {
  /** decisions.md "session.updated": unknown keys are not echoed, however deep they stand. */
  @Test
  void unknown_members_are_found_and_go_no_further() {
    Rehearsal rehearsal =
        new Rehearsal(Puppet.saying("Hm."))
            .says(
                """
                {"type":"session.update","session":{"turn_detection":{"type":"server_vad","x":1},
                 "tools":[{"type":"web_search","strict":true},{"type":"web_search"}],
                 "reasoning":{"effort":"none","summary":"auto"}}}""")
            .passes(Duration.ofSeconds(5));

    JsonNode session = rehearsal.last("session.updated").path("session");
    assertThat(session.path("turn_detection").toString()).isEqualTo("{\"type\":\"server_vad\"}");
    assertThat(session.path("reasoning").toString()).isEqualTo("{\"effort\":\"none\"}");
    assertThat(session.path("tools").toString())
        .isEqualTo("[{\"type\":\"web_search\"},{\"type\":\"web_search\"}]");
    assertThat(rehearsal.findings)
        .as("the client's, and none of ours")
        .hasSize(3)
        .allMatch(finding -> finding.kind() == Kind.CLIENT_UNKNOWN_MEMBER);
  }

  /** live-behaviour.md 1.3: the detectors of other vendors; what we answer breaks no schema. */
  @Test
  void the_detector_of_another_vendor_brings_no_finding_of_ours() {
    Rehearsal rehearsal =
        new Rehearsal(Puppet.saying("Hm."))
            .says(
                """
                {"type":"session.update","session":{"audio":{"input":{"turn_detection":
                 {"type":"semantic_vad","eagerness":"low"}}}}}""")
            .passes(Duration.ofSeconds(5));

    assertThat(rehearsal.types()).contains("session.updated");
    assertThat(rehearsal.findings).isEmpty();
  }
}
