package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The connections of one client as one trace, whose times count from the first opening. */
final class JoinedTraces {
  private JoinedTraces() {}

  /** All of them in the order of time; without any there is only the header. */
  static Trace of(TraceHeader header, List<Trace> traces) {
    List<Observed> seen = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      Trace trace = traces.get(i);
      Duration later =
          Duration.between(traces.get(0).header().startedAt(), trace.header().startedAt());
      int number = i + 1;
      trace.seen().forEach(one -> seen.add(one.match(new Shifted(later, number))));
    }
    seen.sort(Comparator.comparing(Observed::at));
    return new Trace(header, seen, List.of());
  }

  /** The same things, later and on a connection of another number. */
  private record Shifted(Duration by, int number) implements Observed.Cases<Observed> {
    @Override
    public Observed message(Observed.Message one) {
      return new Observed.Message(
          one.at().plus(by), number, one.from(), one.type(), one.json(), one.hashed());
    }

    @Override
    public Observed binary(Observed.Binary one) {
      return new Observed.Binary(one.at().plus(by), number, one.from(), one.bytes(), one.hashed());
    }

    @Override
    public Observed malformed(Observed.Malformed one) {
      return new Observed.Malformed(one.at().plus(by), number, one.from(), one.text(), one.why());
    }

    @Override
    public Observed closed(Observed.Closed one) {
      return new Observed.Closed(one.at().plus(by), number, one.from(), one.code(), one.reason());
    }

    @Override
    public Observed silence(Observed.Silence one) {
      return new Observed.Silence(one.at().plus(by), number, one.lasted());
    }
  }
}
