package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.store.Sequel;
import dev.soundcheck.server.store.Shelf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is played to clients that come back for a conversation, by its id. Safe for use by many
 * threads.
 */
final class Sequels {
  /** A server that runs for weeks must not remember everybody who never came back. */
  private static final int MOST = 1000;

  private static final String BEGINNING = "conversation.created";

  private final Shelf shelf;
  private final Map<String, Program> byConversation = new LinkedHashMap<>();

  /** Nobody has been here yet; what others have seen lies on the shelf. */
  Sequels(Shelf shelf) {
    this.shelf = shelf;
  }

  /** What others say comes first: the conversation may have gone on with them meanwhile. */
  Optional<Program> of(String conversation, Repertoire repertoire) {
    return shelf
        .sequel(conversation)
        .flatMap(told -> repertoire.named(told.scenario()).flatMap(told::in))
        .or(() -> known(conversation));
  }

  private synchronized Optional<Program> known(String conversation) {
    return Optional.ofNullable(byConversation.get(conversation));
  }

  /** Tells another witness everything, and learns which conversation this program is played in. */
  Witness learning(Program program, Witness other) {
    return new Learning(this, program, other);
  }

  private synchronized void begun(String conversation, Program program) {
    byConversation.remove(conversation);
    program
        .sequel()
        .ifPresent(
            sequel -> {
              byConversation.put(conversation, sequel);
              shelf.follow(conversation, Sequel.of(sequel));
            });
    if (byConversation.size() > MOST) {
      byConversation.remove(byConversation.keySet().iterator().next());
    }
  }

  private record Learning(Sequels sequels, Program program, Witness other) implements Relay {
    @Override
    public void observed(Observed observed) {
      if (observed instanceof Observed.Message message
          && message.from() == Origin.SERVER
          && message.type().equals(BEGINNING)) {
        sequels.begun(message.json().at("/conversation/id").asString(""), program);
      }
      other.observed(observed);
    }
  }
}
