package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/** What the client said since the last answer, as far as it surely asks for another one. */
final class News {
  private News() {}

  /** Whether there was something to answer when the client asked for it. */
  static boolean before(Connection connection, Event create) {
    List<Event> before = connection.before(create);
    int last = -1;
    for (Event event : before) {
      if (event.is(EventType.RESPONSE_CREATED, EventType.ERROR)) {
        last = event.index();
      }
    }
    boolean opening = connection.number() == 1 && before.stream().noneMatch(News::isTurn);
    return opening || before.subList(last + 1, before.size()).stream().anyMatch(News::isNew);
  }

  private static boolean isTurn(Event event) {
    return event.is(
        EventType.RESPONSE_CREATE,
        EventType.RESPONSE_CREATED,
        EventType.CONVERSATION_ITEM_CREATE,
        EventType.INPUT_AUDIO_BUFFER_COMMITTED,
        EventType.ERROR);
  }

  /** Something typed by the user, or the output of a tool. */
  private static boolean isNew(Event event) {
    boolean typed =
        event.text("/item/type").equals("message") && event.text("/item/role").equals("user");
    boolean output = event.text("/item/type").equals("function_call_output");
    return event.is(EventType.CONVERSATION_ITEM_CREATE) && (typed || output);
  }
}
