package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.hearing.Flaw;
import dev.soundcheck.conformance.hearing.Where;
import dev.soundcheck.conformance.verify.Remark.Level;
import dev.soundcheck.schemas.Observed;
import java.util.Optional;
import java.util.function.Consumer;

/** Where remarks about events go. */
final class Remarks {
  private final Consumer<Remark> to;
  private int line;

  Remarks(Consumer<Remark> to) {
    this.to = to;
  }

  /** From here on remarks are about this line. */
  void line(int number) {
    line = number;
  }

  /** An event is not as it should be. */
  void add(Level level, String rule, Observed.Message event, String text) {
    to.accept(
        new Remark(
            level,
            rule,
            line,
            event.at(),
            event.connection(),
            event.from(),
            event.type(),
            text,
            Optional.empty()));
  }

  /** Something is wrong with sound. */
  void heard(Flaw flaw) {
    Where where = flaw.where();
    to.accept(
        new Remark(
            flaw.kind().broken() ? Level.BROKEN : Level.WARNING,
            flaw.kind().id(),
            where.line(),
            where.at(),
            where.connection(),
            where.from(),
            where.event(),
            flaw.text(),
            Optional.of(flaw)));
  }
}
