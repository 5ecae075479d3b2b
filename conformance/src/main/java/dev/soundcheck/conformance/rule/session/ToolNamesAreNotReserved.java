package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;

/**
 * No function of a client has the name of a tool that the service has itself: its calls would never
 * come (live-behaviour.md 2.14).
 */
final class ToolNamesAreNotReserved implements ClientRule {
  private static final Set<String> RESERVED =
      Set.of(
          "web_search",
          "browse_page",
          "x_keyword_search",
          "x_semantic_search",
          "x_user_search",
          "x_thread_fetch",
          "collections_search",
          "file_search");

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.SESSION_UPDATE)
        .forEach(
            update ->
                DeclaredTools.names(update)
                    .forEach(
                        name ->
                            tally.expect(
                                !RESERVED.contains(name),
                                update,
                                "a name that the service does not have itself",
                                name)));
    return tally.verdict("a client that declares functions");
  }
}
