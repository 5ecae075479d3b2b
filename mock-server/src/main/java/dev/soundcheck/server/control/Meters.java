package dev.soundcheck.server.control;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Counts what happens, for Prometheus. Labels have few values, whatever clients send. */
final class Meters implements ServerListener {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Gauge open =
      Gauge.builder()
          .name("soundcheck_sessions_open")
          .help("Sessions that are open now.")
          .register(registry);
  private final Counter opened =
      counter("soundcheck_sessions", "Sessions that were opened.", "profile");
  private final Counter closed =
      counter("soundcheck_sessions_closed", "Sessions that ended.", "from", "code");
  private final Counter events =
      counter("soundcheck_events", "Events that were said.", "from", "type");
  private final Counter binary =
      counter("soundcheck_binary_bytes", "Bytes in binary frames.", "from");
  private final Counter malformed =
      counter("soundcheck_malformed_messages", "Texts that are no event.", "from");
  private final Counter findings =
      counter("soundcheck_findings", "What was not as it should be.", "kind");

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  @Override
  public void opened(OpenedConnection connection) {
    opened.labelValues(connection.profile().id()).inc();
    open.inc();
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings.labelValues(lower(finding.kind().name())).inc();
  }

  @Override
  public void observed(Observed observed) {
    observed.match(new Counting());
  }

  private final class Counting implements Observed.Cases<Boolean> {
    @Override
    public Boolean message(Observed.Message message) {
      String type = EventType.named(message.type()).map(EventType::wire).orElse("unknown");
      events.labelValues(from(message.from()), type).inc();
      return true;
    }

    @Override
    public Boolean binary(Observed.Binary frame) {
      binary.labelValues(from(frame.from())).inc(frame.bytes().length);
      return true;
    }

    @Override
    public Boolean malformed(Observed.Malformed text) {
      malformed.labelValues(from(text.from())).inc();
      return true;
    }

    @Override
    public Boolean closed(Observed.Closed end) {
      closed.labelValues(from(end.from()), String.valueOf(end.code())).inc();
      open.dec();
      return true;
    }

    @Override
    public Boolean silence(Observed.Silence silence) {
      return false;
    }
  }

  /** All of it in Prometheus' text format. */
  String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  private static String from(Origin origin) {
    return lower(origin.name());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
