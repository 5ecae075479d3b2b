package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect;

/** What a profile is to the server: what its sessions do, and how they are written. */
public record Wiring(Dialect dialect, Shape shape) {
  private static final Wiring LIVE = new Wiring(Dialects.LIVE, new WireShape(Spelling.LIVE));
  private static final Wiring LIVE_2026_07 =
      new Wiring(Dialects.LIVE_2026_07, new WireShape(Spelling.LIVE_2026_07));
  private static final Wiring LAUNCH = new Wiring(Dialects.LAUNCH, new WireShape(Spelling.LAUNCH));

  private static final Wiring DOCUMENTED =
      new Wiring(Dialects.DOCUMENTED, new DocumentedShape(new WireShape(Spelling.DOCUMENTED)));
  private static final Wiring OPENAI_GA =
      new Wiring(Dialects.OPENAI_GA, new WireShape(Spelling.OPENAI_GA));

  /** The wiring of a profile. */
  public static Wiring of(Profile profile) {
    return switch (profile) {
      case LIVE -> LIVE;
      case LIVE_2026_07 -> LIVE_2026_07;
      case LAUNCH -> LAUNCH;
      case DOCUMENTED -> DOCUMENTED;
      case OPENAI_GA -> OPENAI_GA;
    };
  }

  /** The same profile with another dialect, such as {@code dialect().with(choice)}. */
  public Wiring with(Dialect other) {
    return new Wiring(other, shape);
  }
}
