package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the contract says of events, word for word. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventValidatorTest {
  /** A bad event of bad-client-events.txt, with the findings below it. */
  record Bad(String event, List<String> findings) {}

  static List<Bad> badEvents() {
    List<Bad> events = new ArrayList<>();
    for (String line : Resources.lines("bad-client-events.txt")) {
      if (line.startsWith("= ")) {
        events.get(events.size() - 1).findings().add(line.substring(2));
      } else {
        events.add(new Bad(line, new ArrayList<>()));
      }
    }
    return events;
  }

  static Stream<String> toleratedEvents() {
    return Resources.lines("tolerated-client-events.ndjson").stream();
  }

  @ParameterizedTest
  @MethodSource("badEvents")
  void each_mistake_of_a_client_is_one_finding_in_plain_words(Bad bad) {
    assertThat(bad.findings()).isNotEmpty();
    for (Profile profile : Profile.values()) {
      assertThat(messages(profile, bad.event())).as(profile.id()).isEqualTo(bad.findings());
    }
  }

  @ParameterizedTest
  @MethodSource("toleratedEvents")
  void what_real_clients_send_is_taken_in_every_profile(String event) {
    for (Profile profile : Profile.values()) {
      assertThat(messages(profile, event)).as(profile.id()).isEmpty();
    }
  }

  @Test
  void events_that_nobody_captured_are_fine_as_documented() {
    assertThat(Examples.all())
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        EventValidator.of(example.profile())
                            .validate(example.origin(), example.event()))
                    .isEmpty());
  }

  /** decisions.md "session.updated": unknown keys go nowhere; open objects have none. */
  @Test
  void what_the_contract_knows_of_an_event_is_the_event_without_strangers() {
    JsonNode event =
        Json.mapper()
            .readTree(
                """
            {"type":"session.update","x":1,"session":{"y":{"z":2},"replace":{"a":"b"},
             "tools":[{"type":"web_search","w":3},{"type":"web_search"}]}}""");
    EventValidator validator = EventValidator.of(Profile.LIVE);

    JsonNode known = validator.known(event);

    assertThat(known.toString())
        .isEqualTo(
            "{\"type\":\"session.update\",\"session\":{\"replace\":{\"a\":\"b\"},"
                + "\"tools\":[{\"type\":\"web_search\"},{\"type\":\"web_search\"}]}}");
    assertThat(event.has("x")).as("the event itself stays as it is").isTrue();
    assertThat(validator.known(known)).isSameAs(known);
  }

  /** There is no schema for it, which was once looked for on the network. */
  @Test
  void an_event_that_a_profile_does_not_have_is_left_as_it_is() {
    for (Profile profile : Profile.values()) {
      for (EventType type : EventType.values()) {
        JsonNode event = Json.mapper().createObjectNode().put("type", type.wire());

        assertThat(EventValidator.of(profile).known(event)).isSameAs(event);
      }
    }
  }

  /** events.yaml response.create: at most 16 labels, names up to 64 and values up to 512 long. */
  @Test
  void labels_are_limited_in_number_and_length() {
    String sixteen = labels(16, "n", "v".repeat(512));
    String tooMany = labels(17, "n", "v");
    String tooLong = "{\"%s\":\"%s\"}".formatted("n".repeat(65), "v".repeat(513));

    assertThat(messages(Profile.LIVE, response(sixteen))).isEmpty();
    assertThat(messages(Profile.LIVE, response(tooMany)))
        .containsExactly(
            "INVALID response.create at $.response.metadata:"
                + " expected at most 16 members, found an object");
    assertThat(messages(Profile.LIVE, response(tooLong)))
        .singleElement()
        .asString()
        .contains("expected a name of at most 64 characters", "(65 characters)");
    assertThat(messages(Profile.LIVE, response("{\"n\":\"" + "v".repeat(513) + "\"}")))
        .singleElement()
        .asString()
        .contains("$.response.metadata.n: expected at most 512 characters", "(513 characters)");
  }

  /** events.yaml session: at most 100 key terms. */
  @Test
  void key_terms_are_limited_in_number() {
    String terms = IntStream.range(0, 101).mapToObj(i -> "\"t\"").collect(Collectors.joining(","));
    String update =
        "{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":"
            + "{\"transcription\":{\"keyterms\":[%s]}}}}}".formatted(terms);

    assertThat(messages(Profile.LIVE, update))
        .singleElement()
        .asString()
        .endsWith("keyterms: expected an array of at most 100, found an array of 101");
  }

  /** decisions.md, Profiles: errors of the launch are flat or nested, later ones only nested. */
  @Test
  void only_the_launch_knows_flat_errors() {
    String flat =
        "{'type':'error','event_id':'e','params':'p','code':'c','message':'m',"
            + "'previous_item_id':null}";
    String nested =
        "{'type':'error','event_id':'e','error':{'type':'internal_error','code':'c',"
            + "'message':'m'}}";

    assertThat(fromServer(Profile.LAUNCH, flat)).isEmpty();
    assertThat(fromServer(Profile.LAUNCH, nested)).isEmpty();
    assertThat(fromServer(Profile.LIVE, nested)).isEmpty();
    assertThat(fromServer(Profile.LIVE, flat))
        .extracting(Finding::path)
        .containsExactly("$.params", "$.code", "$.message", "$.error");
  }

  @Test
  void a_name_of_a_megabyte_is_found_unknown_without_delay_and_shortened() {
    String event = "{\"type\":\"" + "x".repeat(1_000_000) + "\"}";

    assertThat(messages(Profile.LIVE, event))
        .singleElement()
        .asString()
        .endsWith("x\"… (1000000 characters)");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void an_event_of_the_other_side_is_unknown(Origin origin) {
    for (EventType type : EventType.values()) {
      JsonNode event = Json.mapper().createObjectNode().put("type", type.wire());
      boolean unknown =
          EventValidator.of(Profile.LIVE).validate(origin, event).stream()
              .anyMatch(finding -> finding.kind() == Finding.Kind.UNKNOWN_EVENT);
      boolean known = type.origin() == origin && Profile.LIVE.has(type);
      assertThat(unknown).as(type.wire()).isEqualTo(!known);
    }
  }

  /** decisions.md "Errors": only {@code openai-ga} answers it. */
  @Test
  void an_event_that_only_another_profile_has_is_unknown() {
    String retrieve = "{\"type\":\"conversation.item.retrieve\",\"item_id\":\"a\"}";

    assertThat(messages(Profile.OPENAI_GA, retrieve)).isEmpty();
    assertThat(messages(Profile.DOCUMENTED, retrieve))
        .singleElement()
        .asString()
        .endsWith("\"conversation.item.retrieve\", which the profile documented does not have");
  }

  /** live-behaviour.md 8.1: no document names it. */
  @Test
  void only_captured_profiles_have_pings() {
    JsonNode ping = Json.mapper().createObjectNode().put("type", "ping");

    for (Profile profile : List.of(Profile.DOCUMENTED, Profile.OPENAI_GA)) {
      assertThat(EventValidator.of(profile).validate(Origin.SERVER, ping))
          .extracting(Finding::kind)
          .containsExactly(Finding.Kind.UNKNOWN_EVENT);
    }
  }

  @Test
  void the_words_are_the_same_in_every_language() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (Bad bad : badEvents()) {
          assertThat(messages(Profile.LIVE, bad.event())).isEqualTo(bad.findings());
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void many_threads_that_start_at_once_find_the_same() throws Exception {
    EventValidator cold = new EventValidator(Profile.LIVE_2026_07);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<String>> all =
          () ->
              badEvents().stream()
                  .flatMap(bad -> findings(cold, Json.mapper().readTree(bad.event())))
                  .toList();
      for (Future<List<String>> result : threads.invokeAll(List.of(all, all, all, all, all, all))) {
        assertThat(result.get())
            .isEqualTo(badEvents().stream().flatMap(bad -> bad.findings().stream()).toList());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> messages(Profile profile, String event) {
    return findings(EventValidator.of(profile), Json.mapper().readTree(event)).toList();
  }

  private static Stream<String> findings(EventValidator validator, JsonNode event) {
    return validator.validate(Origin.CLIENT, event).stream()
        .map(finding -> finding.kind() + " " + finding.message());
  }

  private static List<Finding> fromServer(Profile profile, String event) {
    JsonNode json = Json.mapper().readTree(event.replace('\'', '"'));
    return EventValidator.of(profile).validate(Origin.SERVER, Objects.requireNonNull(json));
  }

  private static String response(String metadata) {
    return "{\"type\":\"response.create\",\"response\":{\"metadata\":" + metadata + "}}";
  }

  private static String labels(int count, String name, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%s%d\":\"%s\"".formatted(name, i, value))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
