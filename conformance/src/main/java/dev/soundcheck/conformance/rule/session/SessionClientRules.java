package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code session}. */
public final class SessionClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new CreateResponseIsNotReliedOn(),
          new LanguageHintsHaveARegion(),
          new SettingsStandWhereTheyAreDocumented(),
          new SoundIsChangedBetweenAnswers(),
          new TextAloneIsNotAskedFor(),
          new TheFormatIsSetBeforeSoundIsSent(),
          new TheModelIsNamedInTheAddress(),
          new TheRateIsKeptOnceSoundWasSent(),
          new TheSessionIsConfigured(),
          new ToolNamesAreNotReserved(),
          new ToolNamesAreUnique(),
          new UpdatesAreNotRepeatedForNothing());

  private SessionClientRules() {}
}
