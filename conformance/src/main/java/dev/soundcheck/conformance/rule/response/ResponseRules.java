package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code response}. */
public final class ResponseRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new OutputStaysInsideItsResponse(),
          new ItemsStayInsideTheirResponse(),
          new PartsStayInsideTheirItem(),
          new DeltasStayInsideTheirPart(),
          new AnItemEndsInOrder(),
          new EachResponseEndsOnce(),
          new NothingComesAfterResponseDone(),
          new OneResponseAtATime(),
          new ResponseDoneListsItsItems(),
          new TheTranscriptIsTheSumOfItsDeltas(),
          new AudioNamesItsTranscript(),
          new MetadataIsEchoed(),
          new UsageAddsUp(),
          new OutputSecondsAreCounted(),
          new BillableSecondsNeverFall());

  private ResponseRules() {}
}
