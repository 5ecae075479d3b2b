package dev.soundcheck.conformance.rule.book;

import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.audio.AudioClientRules;
import dev.soundcheck.conformance.rule.closing.ClosingClientRules;
import dev.soundcheck.conformance.rule.error.ErrorClientRules;
import dev.soundcheck.conformance.rule.greeting.GreetingClientRules;
import dev.soundcheck.conformance.rule.id.IdClientRules;
import dev.soundcheck.conformance.rule.item.ItemClientRules;
import dev.soundcheck.conformance.rule.keepalive.KeepaliveClientRules;
import dev.soundcheck.conformance.rule.response.ResponseClientRules;
import dev.soundcheck.conformance.rule.resumption.ResumptionClientRules;
import dev.soundcheck.conformance.rule.schema.SchemaClientRules;
import dev.soundcheck.conformance.rule.session.SessionClientRules;
import dev.soundcheck.conformance.rule.tool.ToolClientRules;
import dev.soundcheck.conformance.rule.turn.TurnClientRules;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The rules that judge clients, by section. */
final class ClientRules {
  /** Every one. */
  static final List<Rule> ALL =
      Stream.of(
              SchemaClientRules.ALL,
              GreetingClientRules.ALL,
              KeepaliveClientRules.ALL,
              SessionClientRules.ALL,
              IdClientRules.ALL,
              ResponseClientRules.ALL,
              ItemClientRules.ALL,
              TurnClientRules.ALL,
              ToolClientRules.ALL,
              AudioClientRules.ALL,
              ErrorClientRules.ALL,
              ResumptionClientRules.ALL,
              ClosingClientRules.ALL)
          .flatMap(Collection::stream)
          .toList();

  private ClientRules() {}
}
