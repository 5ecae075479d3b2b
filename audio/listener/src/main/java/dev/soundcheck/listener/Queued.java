package dev.soundcheck.listener;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where something of Sphinx's gets its data from. */
final class Queued extends BaseDataProcessor {
  private final Deque<Data> data = new ArrayDeque<>();

  /** These instead of what is left of those before. */
  void put(List<Data> next) {
    data.clear();
    data.addAll(next);
  }

  @Override
  public @Nullable Data getData() {
    return data.poll();
  }
}
