package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.session.Dialect.AutoAnswer;
import dev.soundcheck.server.session.Dialect.BargeIn;
import dev.soundcheck.server.session.Dialect.Commit;
import dev.soundcheck.server.session.Dialect.EmptyCommit;
import dev.soundcheck.server.session.Dialect.Greeting;
import dev.soundcheck.server.session.Dialect.IdleCreate;
import dev.soundcheck.server.session.Dialect.LastPartial;
import dev.soundcheck.server.session.Dialect.ManualBargeIn;
import dev.soundcheck.server.session.Dialect.MixedRates;
import dev.soundcheck.server.session.Dialect.ModelName;
import dev.soundcheck.server.session.Dialect.TextOnly;
import dev.soundcheck.server.session.Dialect.TurnOrder;
import dev.soundcheck.server.session.Dialect.Unheard;
import dev.soundcheck.server.session.Dialect.UnknownCall;
import dev.soundcheck.server.session.Reporting;
import java.time.Duration;

/** What each profile's sessions do; the sources of every choice stand in {@link Dialect}. */
final class Dialects {
  private static final Duration PING = Duration.ofSeconds(10);

  /** September 2026. */
  static final Dialect LIVE =
      new Dialect(
          Greeting.SESSION,
          PING,
          ModelName.RESOLVED,
          "grok-voice-think-fast-2.0",
          TurnOrder.RESPONSE_FIRST,
          LastPartial.BARE_REPEAT,
          BargeIn.COMPLETED_EMPTY,
          Unheard.VANISHES,
          ManualBargeIn.SILENT,
          Commit.ANSWERS,
          EmptyCommit.IGNORED,
          IdleCreate.DROPPED,
          UnknownCall.REFUSED,
          AudioTimes.STREAM,
          MixedRates.TAKEN,
          Duration.ofMillis(245),
          AutoAnswer.ALWAYS,
          TextOnly.SPOKEN,
          Reporting.CAPTURED);

  /** July 2026; the alias meant the model before (live-behaviour.md 0.1). */
  static final Dialect LIVE_2026_07 = july(Greeting.SESSION);

  /** December 2025; behaves as July where no launch frame is printed (decisions.md "Profiles"). */
  static final Dialect LAUNCH = july(Greeting.CONVERSATION_ONLY).with(MixedRates.FATAL);

  /** What the vendor's documents say (events.yaml; live-behaviour.md 8.1, left column). */
  static final Dialect DOCUMENTED =
      new Dialect(
          Greeting.SESSION,
          Duration.ZERO,
          ModelName.RESOLVED,
          "grok-voice-think-fast-2.0",
          TurnOrder.TRANSCRIPT_FIRST,
          LastPartial.AFTER_COMMIT,
          BargeIn.CANCELLED,
          Unheard.CANCELLED,
          ManualBargeIn.AS_UNDER_VAD,
          Commit.AWAITS_CREATE,
          EmptyCommit.IGNORED,
          IdleCreate.ANSWERED,
          UnknownCall.REFUSED,
          AudioTimes.STREAM,
          MixedRates.TAKEN,
          Duration.ofMillis(245),
          AutoAnswer.AS_SET,
          TextOnly.WRITTEN,
          Reporting.DOCUMENTED);

  /** As {@link #LIVE}, but for what OpenAI's clients cannot take (decisions.md; clients.md 6). */
  static final Dialect OPENAI_GA =
      new Dialect(
          Greeting.SESSION,
          Duration.ZERO,
          ModelName.RESOLVED,
          "grok-voice-think-fast-2.0",
          TurnOrder.RESPONSE_FIRST,
          LastPartial.BARE_REPEAT,
          BargeIn.CANCELLED,
          Unheard.CANCELLED,
          ManualBargeIn.AS_UNDER_VAD,
          Commit.ANSWERS,
          EmptyCommit.IGNORED,
          IdleCreate.DROPPED,
          UnknownCall.REFUSED,
          AudioTimes.STREAM,
          MixedRates.TAKEN,
          Duration.ofMillis(245),
          AutoAnswer.ALWAYS,
          TextOnly.WRITTEN,
          Reporting.CAPTURED.with(Reporting.Partials.NONE));

  private Dialects() {}

  private static Dialect july(Greeting greeting) {
    return new Dialect(
        greeting,
        PING,
        ModelName.RESOLVED,
        "grok-voice-think-fast-1.0",
        TurnOrder.TRANSCRIPT_FIRST,
        LastPartial.AFTER_COMMIT,
        BargeIn.COMPLETED_EMPTY,
        Unheard.VANISHES,
        ManualBargeIn.SILENT,
        Commit.ANSWERS,
        EmptyCommit.IGNORED,
        IdleCreate.DROPPED,
        UnknownCall.REFUSED,
        AudioTimes.STREAM,
        MixedRates.TAKEN,
        Duration.ofMillis(489),
        AutoAnswer.ALWAYS,
        TextOnly.SPOKEN,
        Reporting.CAPTURED);
  }
}
