package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIException;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.soundcheck.conformance.client.Exchange;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.rehearsal.Peculiarities.Allowance;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One script, two roles (design.md, "The idea that carries everything"; issue 4, "Shown by"): every
 * built-in scenario is played by our mock and our client against each other, in every profile that
 * can have it. Only those whose names begin with {@code -Drehearsed=…}, and only in the profile
 * {@code -Drehearsed.in=…}, where these are given.
 */
@Timeout(300)
final class RehearsalTest {
  private static final Peculiarities PECULIAR = Peculiarities.read();
  /** Answers as text alone were captured by nobody (live-behaviour.md 2.15). */
  private static final Set<String> UNSAID =
      Set.of("response.output_text.done", "response.text.delta");

  private static final RequiredFields FIELDS = RequiredFields.read();
  private static final List<Season.Show> SHOWS = shows();
  private static Season season;

  private static List<Season.Show> shows() {
    String wanted = System.getProperty("rehearsed", "");
    String profile = System.getProperty("rehearsed.in", "");
    return Repertoire.builtIn().programs().stream()
        .filter(program -> program.name().startsWith(wanted))
        .flatMap(
            program -> Arrays.stream(Profile.values()).map(wire -> new Season.Show(wire, program)))
        .filter(show -> profile.isEmpty() || profile.equals(show.profile().id()))
        .filter(show -> PECULIAR.playedIn(show.profile(), show.program().name()))
        .toList();
  }

  @BeforeAll
  static void all_of_them_begin() {
    season = Season.of(SHOWS);
  }

  @AfterAll
  static void each_is_named() {
    for (Season.Show show : SHOWS) {
      System.out.printf(
          "rehearsed %s in %s (%.1f s)%n",
          show.program().name(), show.profile().id(), season.of(show).took().toMillis() / 1000.0);
    }
    season.close();
  }

  static Stream<Arguments> everything() {
    return SHOWS.stream()
        .map(show -> Arguments.of(show.program().name(), show.profile().id(), show));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("everything")
  void both_roles_meet_every_line_of(String name, String profile, Season.Show show) {
    Rehearsal rehearsal = season.of(show).rehearsal();
    List<Observed.Message> said = messages(rehearsal.client().seen());

    SoftAssertions.assertSoftly(
        all -> {
          var judged = new Judged(all, name + " in " + profile);
          judged.nothing("a line not met", rehearsal.client().unmet());
          judged.nothing("found by the server", unexpected(rehearsal.server(), name));
          if (!PECULIAR.allows(Allowance.ENDED, name)) {
            judged.nothing("broken off", rehearsal.client().failure().stream().toList());
          }
          if (!PECULIAR.allows(Allowance.SERVER, name)) {
            judged.nothing("found by the client", rehearsal.client().findings());
          }
          if (!PECULIAR.allows(Allowance.CLIENT, name)) {
            judged.nothing("the client broke", broken(show.profile(), Origin.CLIENT, said));
          }
          if (!PECULIAR.allows(Allowance.UNANSWERED, name)) {
            judged.nothing("unanswered", unanswered(rehearsal.client()));
          }
          if (!PECULIAR.allows(Allowance.SERVER, name)) {
            judged.nothing("needed by strict clients", needed(show.profile(), said));
          }
          if (show.profile() == Profile.OPENAI_GA && !PECULIAR.allows(Allowance.SERVER, name)) {
            judged.nothing("unreadable for openai-java", unreadable(said));
          }
        });
  }

  /** Failures that name the scenario. */
  private record Judged(SoftAssertions all, String what) {
    void nothing(String kind, List<?> found) {
      all.assertThat(found).as("%s: %s", what, kind).isEmpty();
    }
  }

  private static List<Exchange> unanswered(Outcome outcome) {
    return outcome.exchanges().stream().filter(turn -> !turn.answered()).toList();
  }

  /** What strict clients would refuse (clients.md 9); they know no flat error (10.1). */
  private static List<String> needed(Profile profile, List<Observed.Message> said) {
    return said.stream()
        .filter(one -> one.from() == Origin.SERVER)
        .filter(one -> profile != Profile.LAUNCH || !EventType.ERROR.wire().equals(one.type()))
        .flatMap(one -> FIELDS.missing(one.json(), RequiredFields.clients(profile)).stream())
        .distinct()
        .toList();
  }

  @Test
  @EnabledIf("everythingIsPlayed")
  void every_row_of_what_strict_clients_need_is_seen() {
    Set<String> unseen = new TreeSet<>(FIELDS.kinds());
    SHOWS.stream()
        .flatMap(show -> messages(season.of(show).rehearsal().client().seen()).stream())
        .flatMap(message -> FIELDS.kind(message.json()).stream())
        .forEach(unseen::remove);

    assertThat(unseen).isEqualTo(UNSAID);
  }

  static boolean everythingIsPlayed() {
    return System.getProperty("rehearsed", "").isEmpty()
        && System.getProperty("rehearsed.in", "").isEmpty();
  }

  /** What openai-java cannot read (clients.md 6.5). */
  private static List<String> unreadable(List<Observed.Message> said) {
    List<String> unreadable = new ArrayList<>();
    for (Observed.Message one : said) {
      if (one.from() == Origin.SERVER) {
        try {
          read(one.json());
        } catch (IOException | OpenAIException why) {
          unreadable.add(one.json() + ": " + why.getMessage());
        }
      }
    }
    return unreadable;
  }

  private static void read(JsonNode event) throws IOException {
    ObjectMappers.jsonMapper().readValue(event.toString(), RealtimeServerEvent.class).validate();
  }

  @Test
  void every_peculiarity_is_that_of_a_scenario_and_has_a_reason() {
    List<String> names = Repertoire.builtIn().programs().stream().map(Program::name).toList();

    assertThat(PECULIAR.rows())
        .isNotEmpty()
        .allMatch(row -> names.stream().anyMatch(row::concerns), "concerns a scenario")
        .noneMatch(row -> row.because().isBlank());
  }

  private static List<ConnectionFinding> unexpected(List<ConnectionFinding> found, String name) {
    return found.stream()
        .filter(it -> it.kind() != Kind.CLIENT || !PECULIAR.allows(Allowance.CLIENT, name))
        .filter(it -> it.kind() != Kind.STAGED || !PECULIAR.allows(Allowance.SERVER, name))
        .toList();
  }

  private static List<Observed.Message> messages(List<Observed> seen) {
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .toList();
  }

  /** What this side said that the contract does not allow. */
  private static List<Finding> broken(Profile profile, Origin from, List<Observed.Message> said) {
    EventValidator contract = EventValidator.of(profile);
    return said.stream()
        .filter(one -> one.from() == from)
        .flatMap(one -> contract.validate(one.from(), one.json()).stream())
        .toList();
  }
}
