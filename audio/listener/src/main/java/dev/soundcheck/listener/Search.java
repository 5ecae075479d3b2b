package dev.soundcheck.listener;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleBreadthFirstSearchManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.result.Result;
import java.util.List;

/** Follows all paths through a grammar that are likely enough. */
final class Search extends SimpleBreadthFirstSearchManager {
  /** As wide as can be, so that a long phrase reaches the end beside the loop of all sounds. */
  private static final double BEAM = 1e-300;

  private static final int MOST_PATHS = 20_000;

  private final Queued frames;

  Search(Linguist linguist) {
    this(linguist, new Queued());
  }

  private Search(Linguist linguist, Queued frames) {
    super(
        linguist,
        new SimplePruner(),
        new SimpleAcousticScorer(frames, null),
        new PartitionActiveListFactory(MOST_PATHS, BEAM),
        false,
        BEAM,
        0,
        false);
    this.frames = frames;
    allocate();
  }

  /** The ends of all paths that go through to the end. */
  List<Token> ends(List<Data> features) {
    frames.put(features);
    startRecognition();
    Result result = recognize(Integer.MAX_VALUE);
    stopRecognition();
    return result == null ? List.of() : result.getResultTokens();
  }

  /** What it has followed is forgotten; it would be kept until somebody speaks again. */
  @Override
  protected void localStop() {
    activeList = activeListFactory.newInstance();
    resultList = List.of();
    bestTokenMap = null;
  }
}
