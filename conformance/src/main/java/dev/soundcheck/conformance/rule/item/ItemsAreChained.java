package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code conversation.item.added} anchors a message to the item before it, and function calls and
 * their outputs to nothing (decisions.md "Orders"). Speech may be anchored to the user's item
 * before it; what is typed while the user speaks, and that speech, may be without anchor
 * (live-behaviour.md 2.3, 2.4); where the client named a place, that is the anchor. At the launch
 * no item had one (live-behaviour.md 0.1).
 */
final class ItemsAreChained implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Conversation conversation : Conversation.all(evidence.connections())) {
      Creations creations = Creations.of(conversation.connection(), new Echo(evidence.profile()));
      conversation
          .connection()
          .events(EventType.CONVERSATION_ITEM_ADDED)
          .forEach(
              event -> {
                Set<String> anchors = anchors(conversation, creations, event);
                if (evidence.profile() == Profile.LAUNCH) {
                  anchors.add("");
                }
                judge(event, anchors, tally);
              });
    }
    return tally.verdict("an item that is added to a conversation");
  }

  private static void judge(Event event, Set<String> anchors, Tally tally) {
    String anchor = event.text("/previous_item_id");
    tally.expect(
        anchors.contains(anchor),
        event,
        "the previous_item_id "
            + anchors.stream()
                .map(ItemsAreChained::shown)
                .sorted()
                .collect(Collectors.joining(" or ")),
        shown(anchor));
  }

  private static String shown(String anchor) {
    return anchor.isEmpty() ? "null" : anchor;
  }

  private static Set<String> anchors(Conversation conversation, Creations creations, Event event) {
    Set<String> anchors = new HashSet<>();
    creations.create(event).map(ItemsAreChained::asked).ifPresent(anchors::addAll);
    if (!event.text("/item/type").equals("message")) {
      anchors.add("");
      return anchors;
    }
    boolean speech = event.text("/item/content/0/type").equals("input_audio");
    anchors.addAll(speech ? conversation.anchorsOfSpeech(event) : conversation.anchors(event));
    if (conversation.amidSpeech(event.itemId())) {
      anchors.add("");
    }
    return anchors;
  }

  /** The place that the client named: {@code root} is the beginning (clients.md B). */
  private static List<String> asked(Event create) {
    String place = create.text("/previous_item_id");
    return place.isEmpty() ? List.of() : List.of(place.equals("root") ? "" : place);
  }
}
