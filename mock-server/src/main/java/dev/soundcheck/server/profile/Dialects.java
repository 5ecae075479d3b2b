package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.session.Dialect.BargeIn;
import dev.soundcheck.server.session.Dialect.Commit;
import dev.soundcheck.server.session.Dialect.EmptyCommit;
import dev.soundcheck.server.session.Dialect.Greeting;
import dev.soundcheck.server.session.Dialect.IdleCreate;
import dev.soundcheck.server.session.Dialect.LastPartial;
import dev.soundcheck.server.session.Dialect.ManualBargeIn;
import dev.soundcheck.server.session.Dialect.ModelName;
import dev.soundcheck.server.session.Dialect.TurnOrder;
import dev.soundcheck.server.session.Dialect.Unheard;
import dev.soundcheck.server.session.Dialect.UnknownCall;
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
          Duration.ofMillis(245));

  /** July 2026; the alias meant the model before (live-behaviour.md 0.1). */
  static final Dialect LIVE_2026_07 = july(Greeting.SESSION);

  /** December 2025; behaves as July where no launch frame is printed (decisions.md "Profiles"). */
  static final Dialect LAUNCH = july(Greeting.CONVERSATION_ONLY);

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
        Duration.ofMillis(489));
  }
}
