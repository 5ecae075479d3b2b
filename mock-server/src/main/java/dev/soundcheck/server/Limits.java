package dev.soundcheck.server;

import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.server.session.Lifespan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server takes before it refuses more. A value: each change makes another. */
public final class Limits {
  /** Those of docs/limits.md. */
  public static final Limits USUAL =
      new Limits(Map.of())
          .with(
              Arrays.stream(Limit.values())
                  .map(limit -> limit.word() + "=" + limit.usual())
                  .collect(Collectors.joining(",")));

  private final Map<Limit, Long> values;

  private Limits(Map<Limit, Long> values) {
    this.values = values;
  }

  /**
   * The same with others in place of some, as they are given on the command line: {@code
   * message=1MiB,rate=50,idle=none}.
   *
   * @throws ServerException with every mistake: what was expected, what was found, what is near
   */
  public Limits with(String written) {
    Limits limits = this;
    List<String> mistakes = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      try {
        limits = limits.withOne(one.strip());
      } catch (ServerException mistake) {
        mistakes.add(mistake.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new ServerException(String.join(System.lineSeparator(), mistakes));
    }
    return limits;
  }

  private Limits withOne(String written) {
    String[] parts = written.split("=", 2);
    Limit limit = named(written, parts[0]);
    String value = parts.length == 2 ? parts[1] : "";
    if (value.equals(Measure.NONE) && limit.measure().optional()) {
      return without(limit);
    }
    return with(
        limit,
        limit
            .measure()
            .read(value)
            .orElseThrow(() -> wrong(written, limit.measure().expected(), value)));
  }

  private static Limit named(String written, String name) {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit.word().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(written, name));
  }

  private static ServerException unknown(String written, String name) {
    List<String> words = Arrays.stream(Limit.values()).map(Limit::word).toList();
    List<String> near = Nearest.likeliest(name, words);
    return new ServerException(
        "'%s': expected a limit, got '%s'%s"
            .formatted(
                written,
                name,
                near.isEmpty()
                    ? "; there are %s.".formatted(String.join(", ", words))
                    : ", did you mean '%s'?".formatted(String.join("' or '", near))));
  }

  private static ServerException wrong(String written, String expected, String found) {
    return new ServerException("'%s': expected %s, got '%s'.".formatted(written, expected, found));
  }

  /**
   * The same with another value.
   *
   * @param value bytes, a number, or milliseconds
   * @throws ServerException when it cannot be that
   */
  public Limits with(Limit limit, long value) {
    if (!limit.measure().accepts(value)) {
      throw wrong(limit.word() + "=" + value, limit.measure().expected(), String.valueOf(value));
    }
    Map<Limit, Long> others = new EnumMap<>(Limit.class);
    others.putAll(values);
    others.put(limit, value);
    return new Limits(others);
  }

  /**
   * The same with another time.
   *
   * @throws ServerException when it is not positive
   */
  public Limits with(Limit limit, Duration time) {
    return with(limit, time.toMillis());
  }

  private Limits without(Limit limit) {
    Map<Limit, Long> others = new EnumMap<>(Limit.class);
    others.putAll(values);
    others.remove(limit);
    return new Limits(others);
  }

  /** Bytes, or a number; the largest there is for none. */
  public long most(Limit limit) {
    return values.getOrDefault(limit, Long.MAX_VALUE);
  }

  /** A time; empty for none. */
  public Optional<Duration> time(Limit limit) {
    return Optional.ofNullable(values.get(limit)).map(Duration::ofMillis);
  }

  /** What a session is told of them. */
  Lifespan lifespan() {
    return new Lifespan(
        time(Limit.DURATION).orElse(Lifespan.FOR_EVER),
        time(Limit.IDLE),
        (int) Math.min(Integer.MAX_VALUE, most(Limit.ITEMS)));
  }

  /** As it would be written on the command line. */
  @Override
  public String toString() {
    return Arrays.stream(Limit.values())
        .map(limit -> limit.word() + "=" + written(limit))
        .collect(Collectors.joining(","));
  }

  private String written(Limit limit) {
    Long value = values.get(limit);
    return value == null ? Measure.NONE : limit.measure().written(value);
  }
}
