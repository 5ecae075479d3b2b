package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Which members may not be missing, where no whole capture says so. */
class RequiredMembersTest {
  /** An event of required-members.txt with the places below it. */
  record Row(String event, Set<String> required) {}

  static List<Row> rows() {
    List<String> lines = Resources.lines("required-members.txt");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      String places = lines.get(i + 1).substring("= ".length());
      rows.add(new Row(lines.get(i), Set.of(places.split(" "))));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void exactly_these_members_are_missed_when_they_are_not_there(Row row) {
    JsonNode event = Json.mapper().readTree(row.event());
    Origin origin = EventType.named(event.path("type").asString()).orElseThrow().origin();
    EventValidator validator = EventValidator.of(Profile.LIVE);
    assertThat(validator.validate(origin, event)).isEmpty();

    Set<String> missed =
        Mutations.members(event).stream()
            .flatMap(member -> missed(validator, origin, event, member))
            .collect(Collectors.toSet());

    assertThat(missed).isEqualTo(row.required());
  }

  private static Stream<String> missed(
      EventValidator validator, Origin origin, JsonNode event, Place member) {
    JsonNode shorter = Mutations.without(event, member);
    return validator.validate(origin, shorter).isEmpty()
        ? Stream.empty()
        : Stream.of(member.path());
  }
}
