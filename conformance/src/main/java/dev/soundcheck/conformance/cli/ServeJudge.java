package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.verify.Remark;
import dev.soundcheck.conformance.verify.Tolerances;
import dev.soundcheck.conformance.verify.TraceDiff;
import dev.soundcheck.conformance.verify.Verifier;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.Judge;
import java.util.List;
import java.util.Locale;

/** Says of sessions of a mock what {@code verify} and {@code diff} say of recordings. */
final class ServeJudge implements Judge {
  @Override
  public List<Offence> offences(Trace trace) {
    return Verifier.verify(trace, trace.header().profile()).stream()
        .map(ServeJudge::offence)
        .toList();
  }

  private static Offence offence(Remark remark) {
    return new Offence(
        remark.level().name().toLowerCase(Locale.ROOT),
        remark.rule(),
        remark.line(),
        remark.at(),
        remark.from(),
        remark.event(),
        remark.text(),
        Requirements.newest().named(remark.rule()).map(Requirement::sources).orElse(List.of()));
  }

  @Override
  public String difference(Trace left, Trace right) {
    return DiffScreen.json(TraceDiff.of(left, right, Tolerances.builtIn())).toString();
  }
}
