package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.hearing.Sides.Piece;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceText;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A line of a timeline that may still take in more of its kind. */
final class Growing {
  private static final int LONGEST = 400;

  private final Entry begun;
  private final StringBuilder text = new StringBuilder();
  private Duration until;
  private Duration sound = Duration.ZERO;
  private boolean lengthKnown = true;
  private int times;

  private Growing(Entry begun) {
    this.begun = begun;
    until = begun.at();
  }

  static Growing event(Entry.Kind kind, int line, Observed.Message event) {
    JsonNode json = TraceText.event(event.json());
    return new Growing(
        new Entry(
            kind,
            line,
            1,
            event.at(),
            event.at(),
            event.connection(),
            Optional.of(event.from()),
            Plain.line(event.type(), LONGEST),
            kind == Entry.Kind.EVENT ? EventText.gist(json) : "",
            EventText.whole(json)));
  }

  /** What is no event. */
  static Growing other(
      Entry.Kind kind, int line, Observed seen, Optional<Origin> from, String name, String gist) {
    return new Growing(
        new Entry(
            kind,
            line,
            1,
            seen.at(),
            seen.at(),
            seen.connection(),
            from,
            name,
            Plain.line(gist, LONGEST),
            ""));
  }

  /** One more of them. */
  void takes(Observed seen) {
    times++;
    until = seen.at();
  }

  void says(String piece) {
    if (text.length() < LONGEST) {
      text.append(Plain.line(piece, LONGEST));
    }
  }

  void sounds(Piece piece) {
    piece.lasts().ifPresentOrElse(more -> sound = sound.plus(more), () -> lengthKnown = false);
  }

  Entry entry() {
    return new Entry(
        begun.kind(),
        begun.line(),
        times,
        begun.at(),
        until,
        begun.connection(),
        begun.from(),
        begun.name(),
        gist(),
        begun.json());
  }

  private String gist() {
    return switch (begun.kind()) {
      case SOUND -> lengthKnown ? Times.seconds(sound) + " of sound" : "sound";
      case TEXT -> text.isEmpty() ? "" : "“" + Plain.line(text.toString(), LONGEST) + "”";
      default -> begun.gist();
    };
  }
}
