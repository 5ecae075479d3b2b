package dev.soundcheck.server.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/**
 * Writes what is to be said, all of it in one go.
 *
 * @param mostLines of a list; older ones are cut off
 * @param life of a list after its last line
 */
record Writing(long mostLines, Duration life) {
  /** A list that grows to this within one go is written in several. */
  private static final int AT_ONCE = 500;

  /**
   * Values, lines and questions, in this order.
   *
   * @throws redis.clients.jedis.exceptions.JedisException when the store is away or refuses
   */
  void write(Backlog.Batch batch, Jedis jedis) {
    List<Response<?>> answers = new ArrayList<>();
    try (Pipeline pipeline = jedis.pipelined()) {
      batch.values().forEach(value -> answers.add(value(value, pipeline)));
      byList(batch.lines()).forEach((list, lines) -> answers.addAll(lines(list, lines, pipeline)));
      pipeline.sync();
    }
    answers.forEach(Response::get);
    batch.questions().forEach(question -> question.ask(jedis));
  }

  private static Response<?> value(Backlog.Value value, Pipeline pipeline) {
    SetParams params = SetParams.setParams();
    value.life().ifPresent(life -> params.px(life.toMillis()));
    return value
        .latest()
        .get()
        .<Response<?>>map(text -> pipeline.set(value.key(), text, params))
        .orElseGet(() -> pipeline.del(value.key()));
  }

  private static Map<String, List<String>> byList(List<Backlog.Line> lines) {
    Map<String, List<String>> byList = new LinkedHashMap<>();
    for (Backlog.Line line : lines) {
      byList.computeIfAbsent(line.list(), list -> new ArrayList<>()).add(line.text().get());
    }
    return byList;
  }

  private List<Response<?>> lines(String list, List<String> lines, Pipeline pipeline) {
    List<Response<?>> answers = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += AT_ONCE) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
      answers.add(pipeline.rpush(list, some.toArray(String[]::new)));
    }
    answers.add(pipeline.ltrim(list, -mostLines, -1));
    answers.add(pipeline.pexpire(list, life.toMillis()));
    return answers;
  }
}
