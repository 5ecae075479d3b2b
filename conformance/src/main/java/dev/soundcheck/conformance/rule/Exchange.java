package dev.soundcheck.conformance.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What was asked and what was answered to it: an answer belongs to the oldest that it fits. */
public final class Exchange {
  private final Map<Integer, Event> answers = new TreeMap<>();
  private final List<Event> asked = new ArrayList<>();
  private final List<Event> unasked = new ArrayList<>();

  private Exchange() {}

  /**
   * The exchange on a connection.
   *
   * @param asks whether this asks something
   * @param answers whether this, if it asks nothing, is an answer
   * @param fits whether an answer, the first, may belong to what was asked, the second
   */
  public static Exchange of(
      Connection connection,
      Predicate<Event> asks,
      Predicate<Event> answers,
      BiPredicate<Event, Event> fits) {
    Exchange exchange = new Exchange();
    List<Event> open = new ArrayList<>();
    for (Event event : connection.events()) {
      if (asks.test(event)) {
        open.add(event);
        exchange.asked.add(event);
      } else if (answers.test(event)) {
        exchange.answer(event, open.stream().filter(one -> fits.test(event, one)).findFirst());
        open.removeIf(one -> exchange.answers.containsKey(one.index()));
      }
    }
    return exchange;
  }

  private void answer(Event answer, Optional<Event> question) {
    question.ifPresentOrElse(one -> answers.put(one.index(), answer), () -> unasked.add(answer));
  }

  /** All that was asked. */
  public List<Event> asked() {
    return Collections.unmodifiableList(asked);
  }

  /** What was answered to this. */
  public Optional<Event> answerTo(Event question) {
    return Optional.ofNullable(answers.get(question.index()));
  }

  /** Answers to nothing that was asked. */
  public List<Event> unasked() {
    return Collections.unmodifiableList(unasked);
  }
}
