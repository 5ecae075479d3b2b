package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about profiles, made of what the server says and does in each. */
final class ProfilesPage {
  private static final String INTRODUCTION =
      """
      # Profiles

      <!-- Made by a test of what the server says in each profile; run `ProfilesPageTest` with -Dgolden=write. -->

      A profile is one period or reading of the protocol: `--profile NAME` for all connections, `?profile=NAME` for one.
      Everything that is not named here is the same in all of them.
      Sources are the project's protocol notes, by file and section.

      """;

  private final Map<Profile, Members> members = new EnumMap<>(Profile.class);
  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  private ProfilesPage() {
    for (Profile profile : Profile.values()) {
      members.put(profile, Members.of(profile));
    }
  }

  static String text() {
    ProfilesPage page = new ProfilesPage();
    page.overview();
    page.choices();
    page.orders();
    page.members();
    return page.page.toString();
  }

  private void overview() {
    page.append("| profile | what it is | events it does not have |\n|---|---|---|\n");
    for (Profile profile : Profile.values()) {
      String absent =
          Arrays.stream(EventType.values())
              .filter(type -> !profile.has(type))
              .map(type -> "`" + type.wire() + "`")
              .collect(Collectors.joining(", "));
      page.append("| `%s` | %s | %s |\n".formatted(profile.id(), what(profile), absent));
    }
  }

  private static String what(Profile profile) {
    return switch (profile) {
      case LIVE -> "as captured in August and September 2026; the default";
      case LIVE_2026_07 -> "as captured in July 2026";
      case LAUNCH -> "December 2025; as July where nothing else is known";
      case DOCUMENTED -> "what the vendor's documents say, to the letter (events.yaml)";
      case OPENAI_GA ->
          "`live` behaviour in frames that strict clients of OpenAI's protocol read"
              + " (clients.md 9)";
    };
  }

  private void choices() {
    page.append("\n## What sessions do\n\n");
    header("choice", "source");
    Choices.all().forEach(choice -> row(choice.name(), choice::of, choice.source()));
  }

  private void orders() {
    page.append("\n## Orders\n\nA run of deltas stands as one, and keep-alives are left out.\n");
    for (Situation situation : Situation.values()) {
      Map<List<String>, List<String>> profiles = new LinkedHashMap<>();
      for (Profile profile : Profile.values()) {
        profiles
            .computeIfAbsent(situation.types(profile), types -> new ArrayList<>())
            .add("`" + profile.id() + "`");
      }
      page.append("\n### %s\n\nSource: %s.\n\n".formatted(situation.title(), situation.source()));
      profiles.forEach(
          (types, names) ->
              page.append(
                  "- %s: %s\n".formatted(String.join(", ", names), String.join(" → ", types))));
    }
  }

  private void members() {
    page.append("\n## Members\n\nOnly what differs; `–` stands for a member that is not there.\n");
    for (EventType type : EventType.values()) {
      if (type.origin() == Origin.SERVER) {
        members(type);
      }
    }
  }

  private void members(EventType type) {
    String event = type.wire();
    List<Profile> saying =
        members.keySet().stream().filter(profile -> in(profile).has(event)).toList();
    Set<String> places = new TreeSet<>();
    saying.forEach(profile -> places.addAll(in(profile).places(event)));
    places.removeIf(place -> same(saying, event, place));
    if (places.isEmpty()) {
      return;
    }
    page.append("\n### `%s`\n\n".formatted(event));
    header("member");
    places.forEach(place -> row("`" + place + "`", one -> cell(one, event, place)));
    row("source", profile -> saying.contains(profile) ? Sources.of(profile, type) : "");
  }

  private boolean same(List<Profile> saying, String event, String place) {
    return saying.stream().map(one -> in(one).cell(event, place)).distinct().count() == 1;
  }

  private String cell(Profile profile, String event, String place) {
    return in(profile).has(event) ? in(profile).cell(event, place) : "";
  }

  private Members in(Profile profile) {
    return Objects.requireNonNull(members.get(profile));
  }

  private void header(String first, String... more) {
    List<String> columns =
        Stream.of(
                Stream.of(first),
                Arrays.stream(Profile.values()).map(profile -> "`" + profile.id() + "`"),
                Arrays.stream(more))
            .flatMap(Function.identity())
            .toList();
    page.append("| ").append(String.join(" | ", columns)).append(" |\n");
    page.append("|---".repeat(columns.size())).append("|\n");
  }

  private void row(String first, Function<Profile, String> cell, String... more) {
    page.append("| ").append(first);
    for (Profile profile : Profile.values()) {
      page.append(" | ").append(cell.apply(profile));
    }
    for (String last : more) {
      page.append(" | ").append(last);
    }
    page.append(" |\n");
  }
}
