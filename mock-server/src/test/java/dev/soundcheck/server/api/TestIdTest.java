package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which test a client belongs to, and what that changes (issue 4, point 6). */
final class TestIdTest {
  private static final Repertoire REPERTOIRE = Repertoire.builtIn();
  private static final String TALK = REPERTOIRE.conversation().name();
  private static final String PINGS =
      "keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later";

  private final Bill bill = new Bill(REPERTOIRE);
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final Casting casting = new Casting(bill, Profile.LIVE);
  private final Front front =
      new Front(
          new Keyring(
              List.of("K"),
              Optional.empty(),
              test -> test.equals("ahead") ? now.plusSeconds(3600) : now,
              new SplittableRandom(1),
              UsedSecrets.atMost(1000)),
          casting,
          Desks.quiet(casting),
          List.of());

  @ParameterizedTest
  @CsvSource({
    "query, header, +test:key, query",
    "'', header, +test:key, header",
    "'', '', +test:key, key",
    "'', '', +test:key+scenario:" + PINGS + ", key",
    "'', '', +scenario:" + PINGS + "+test:key, key",
    "'', '', '', ''"
  })
  void query_wins_over_header_and_header_over_key(
      String query, String header, String besideKey, String test) throws Exception {
    Admission admission = front.admit(socket(query, header, "K" + besideKey));

    assertThat(admission.test()).isEqualTo(test);
    assertThat(admission.program().name())
        .isEqualTo(besideKey.contains("scenario:") ? PINGS : TALK);
  }

  @Test
  void where_any_key_is_let_in_the_test_may_stand_in_its_place() {
    assertThat(Credential.of(socket("", "", "test:a")))
        .isEqualTo(credential("", "", "a"))
        .isEqualTo(Credential.of(socket("", "", "test:a+scenario:")));
    assertThat(Credential.of(socket("", "", "test:a+scenario:b/c")))
        .isEqualTo(credential("", "b/c", "a"));
    assertThat(Credential.of(socket("", "", "latest:a"))).isEqualTo(credential("latest:a", "", ""));
  }

  @Test
  void what_is_in_line_for_a_test_is_played_to_its_next_client_and_to_no_other() throws Exception {
    bill.queue("mine", PINGS);

    assertThat(front.admit(socket("other", "", "K")).program().name()).isEqualTo(TALK);
    assertThat(front.admit(socket("", "", "K")).program().name()).isEqualTo(TALK);
    assertThat(front.admit(socket("mine", "", "K")).program().name()).isEqualTo(PINGS);
    assertThat(front.admit(socket("mine", "", "K")).program().name()).isEqualTo(TALK);
  }

  /** design.md, "Choosing the scenario": what a connection names itself wins. */
  @Test
  void a_client_that_names_a_scenario_or_is_refused_takes_nothing_out_of_the_line()
      throws Exception {
    bill.queue("mine", PINGS);

    front.admit(socket("mine", "", "K+scenario:" + TALK));
    assertThatThrownBy(() -> front.admit(socket("mine", "", "wrong")))
        .isInstanceOf(RefusedException.class);
    assertThat(front.admit(socket("mine", "", "K")).program().name()).isEqualTo(PINGS);
  }

  @Test
  void a_client_secret_belongs_to_the_test_that_minted_it() throws Exception {
    assertThat(front.admit(socket("", "", minted("mine", "60"))).test()).isEqualTo("mine");
  }

  @Test
  void a_client_secret_expires_in_the_time_of_its_test() throws Exception {
    String early = minted("mine", "60");
    String late = minted("ahead", "60");

    now = now.plusSeconds(59);
    assertThat(front.admit(socket("", "", late)).test()).isEqualTo("ahead");
    now = now.plusSeconds(1);
    assertThatThrownBy(() -> front.admit(socket("", "", early)))
        .isInstanceOf(RefusedException.class);
  }

  private String minted(String test, String seconds) {
    ApiReply reply =
        front.answer(
            new ApiRequest(
                "POST",
                "/v1/realtime/client_secrets",
                Map.of(),
                Map.of("api-key", List.of("K"), "X-Soundcheck-Test", List.of(test)),
                "{\"expires_after\":{\"seconds\":" + seconds + "}}"));
    return JsonMapper.shared().readTree(reply.body()).path("value").asString();
  }

  private static Credential credential(String key, String scenario, String test) {
    return new Credential(filled(key), filled(scenario), filled(test));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static ApiRequest socket(String query, String header, String key) {
    return new ApiRequest(
        "GET",
        Front.SOCKET,
        Map.of("test", List.of(query)),
        Map.of("X-Soundcheck-Test", List.of(header), "Authorization", List.of("Bearer " + key)),
        "");
  }
}
