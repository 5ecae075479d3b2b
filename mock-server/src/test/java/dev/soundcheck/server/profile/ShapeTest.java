package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Output;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
  /** The studio holds every event against the contract; here it sees all of them. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void all_that_is_said_keeps_the_contract(Profile profile) {
    Set<Class<?>> said = new HashSet<>();
    for (Output output : Everything.said(profile).outputs()) {
      said.add(output.getClass());
    }

    Set<Class<?>> all = new HashSet<>(Arrays.asList(Meaning.class.getPermittedSubclasses()));
    all.removeAll(unsaid(profile));
    all.remove(Meaning.TooManySessions.class); // said in place of a session
    assertThat(said).containsAll(all);
  }

  private static Set<Class<? extends Meaning>> unsaid(Profile profile) {
    return switch (profile) {
      case LIVE, LIVE_2026_07 -> Set.of(Meaning.ItemRetrieved.class, Meaning.TextDelta.class);
      case LAUNCH ->
          Set.of(
              Meaning.ItemRetrieved.class, Meaning.TextDelta.class, Meaning.SessionCreated.class);
      case DOCUMENTED -> Set.of(Meaning.ItemRetrieved.class, Meaning.Pinged.class);
      case OPENAI_GA -> Set.of(Meaning.Pinged.class, Meaning.TranscriptUpdated.class);
    };
  }

  /** live-behaviour.md 0.1: items say since August that they are not replayed. */
  @Test
  void only_live_says_that_nothing_is_replayed() {
    Studio live = Studio.instant(Profile.LIVE).types("Hi.");
    Studio july = Studio.instant(Profile.LIVE_2026_07).types("Hi.");

    EventType added = EventType.CONVERSATION_ITEM_ADDED;
    assertThat(live.the(added).path("item").path("replayed").isBoolean()).isTrue();
    assertThat(july.the(added).path("item").has("replayed")).isFalse();
  }
}
