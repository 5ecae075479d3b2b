package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import java.util.List;

/**
 * Sessions as traces.
 *
 * @param version of this server
 */
record SessionTraces(Logbook logbook, String version) {
  /** What is still kept of a session. */
  Trace of(SessionPage page, TraceAudio audio) {
    TraceHeader header =
        TraceHeader.of(page.at(), "mock", page.opened().profile(), version).with(audio);
    return new Trace(header, logbook.seen(page.opened().number()), List.of());
  }

  /** The same as whoever judges or compares it wants it: a trace of one connection, the first. */
  Trace alone(SessionPage page) {
    Trace trace = of(page, TraceAudio.KEPT);
    List<Observed> seen = trace.seen().stream().map(one -> one.match(new Alone())).toList();
    return new Trace(trace.header(), seen, List.of());
  }
}
