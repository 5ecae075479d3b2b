package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.load.Figures;
import dev.soundcheck.conformance.load.LoadResults;
import dev.soundcheck.conformance.load.Measure;
import dev.soundcheck.conformance.load.Moment;
import dev.soundcheck.conformance.load.Percentiles;
import dev.soundcheck.schemas.Json;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** What came of a load, for programs; docs/load-json.md has every member. */
final class LoadJson {
  private static final double NANOS_OF_MILLI = 1e6;
  private static final double NANOS_OF_SECOND = 1e9;

  private final LoadResults results;
  private final Capacity capacity;
  private final int status;

  LoadJson(LoadResults results, Capacity capacity, int status) {
    this.results = results;
    this.capacity = capacity;
    this.status = status;
  }

  ObjectNode all() {
    ObjectNode all = Json.mapper().createObjectNode();
    describe(all.putObject("whole"), results.whole());
    var moments = all.putArray("moments");
    results.moments().forEach(moment -> describe(moments.addObject(), moment));
    ObjectNode most = all.putObject("capacity");
    most.put("latenessMs", millis(capacity.limit()));
    capacity.sessions().ifPresent(many -> most.put("sessions", many));
    capacity.perCore().ifPresent(many -> most.put("sessionsPerCore", Math.round(many)));
    return all.put("status", status);
  }

  private static void describe(ObjectNode into, Moment moment) {
    Figures figures = moment.figures();
    double seconds = moment.lasting().toNanos() / NANOS_OF_SECOND;
    into.put("from", moment.from().toNanos() / NANOS_OF_SECOND)
        .put("to", moment.to().toNanos() / NANOS_OF_SECOND)
        .put("sessions", figures.sessions())
        .put("turns", figures.turns())
        .put("turnsPerSecond", figures.turns() / seconds)
        .put("events", figures.events())
        .put("eventsPerSecond", figures.events() / seconds)
        .put("bytesPerSecond", Math.round(figures.bytes() / seconds));
    moment.cpu().ifPresent(cpu -> into.put("cpuMs", millis(cpu)));
    moment.cores().ifPresent(cores -> into.put("cores", cores));
    moment.resident().ifPresent(bytes -> into.put("residentBytes", bytes));
    ObjectNode times = into.putObject("times");
    for (Measure measure : Measure.values()) {
      figures.of(measure).ifPresent(it -> describe(times.putObject(measure.json()), it));
    }
    ObjectNode errors = into.putObject("errors");
    figures.errors().forEach(errors::put);
  }

  private static void describe(ObjectNode into, Percentiles times) {
    into.put("count", times.count())
        .put("p50Ms", millis(times.p50()))
        .put("p90Ms", millis(times.p90()))
        .put("p99Ms", millis(times.p99()))
        .put("p999Ms", millis(times.p999()))
        .put("mostMs", millis(times.most()));
  }

  private static double millis(Duration time) {
    return time.toNanos() / NANOS_OF_MILLI;
  }
}
