package dev.soundcheck.script;

import java.util.List;
import java.util.stream.Stream;

/** Every line a scenario may contain, of one table per topic. What is not here cannot be said. */
final class Phrases {
  static final List<Phrase> ALL =
      Stream.of(
              SessionPhrases.ALL,
              UserPhrases.ALL,
              ClientPhrases.ALL,
              AssistantPhrases.ALL,
              ToolPhrases.ALL,
              CallPhrases.ALL,
              WirePhrases.ALL,
              TimePhrases.ALL,
              BlockPhrases.ALL,
              FaultPhrases.ALL)
          .flatMap(List::stream)
          .toList();

  private Phrases() {}
}
