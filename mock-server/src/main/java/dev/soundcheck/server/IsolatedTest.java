package dev.soundcheck.server;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.script.Programs;
import dev.soundcheck.server.play.ConnectionFinding;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One of several tests that use a server side by side: what it queues, takes and moves is not seen
 * by the others. Its connections are those with its id in the query ({@code ?test=}, as {@link
 * #uri} has it), in the header {@code X-Soundcheck-Test} or in the key ({@code test:<id>}). Safe
 * for use by many threads.
 */
public final class IsolatedTest {
  private final String id;
  private final URI base;
  private final House house;

  IsolatedTest(String id, URI base, House house) {
    this.id = id;
    this.base = base;
    this.house = house;
  }

  /**
   * The id of the test, which its clients send along; connections without it are not this test's.
   */
  public String id() {
    return id;
  }

  /** Where clients of this test connect. */
  public URI uri() {
    return URI.create(base + "?test=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  /**
   * Puts this in line for the next client of this test that names no scenario.
   *
   * @param feature the name of a scenario, a path that ends in {@code .feature}, or the text of a
   *     feature
   * @throws ServerException when there is no scenario of this name
   * @throws dev.soundcheck.script.ScriptException with every mistake of the feature
   */
  public IsolatedTest queue(String feature) {
    house
        .booths()
        .of(id)
        .queue(Programs.of(feature, house.vocabulary()).orElseGet(() -> house.named(id, feature)));
    return this;
  }

  /**
   * Somebody calls, in this test: as {@link MockVoiceServer#call}.
   *
   * @throws ServerException when there is no scenario of this name
   */
  public PlacedCall call(String feature) {
    return house.call(id, feature, base);
  }

  /**
   * The next event from a client of this test that was not taken yet.
   *
   * @throws ServerException when none comes in time: how long it waited and what came before
   */
  public ReceivedEvent takeEvent(Duration limit) {
    return journals().take(limit);
  }

  /** The same, waiting up to ten seconds. */
  public ReceivedEvent takeEvent() {
    return takeEvent(MockVoiceServer.USUAL_LIMIT);
  }

  /**
   * The next event of this type from a client of this test; those before it are taken with it.
   *
   * @throws ServerException when none comes in time: how long it waited and what came instead
   */
  public ReceivedEvent awaitEvent(EventType type, Duration limit) {
    return journals().await(type, limit);
  }

  /** The same, waiting up to ten seconds. */
  public ReceivedEvent awaitEvent(EventType type) {
    return awaitEvent(type, MockVoiceServer.USUAL_LIMIT);
  }

  /** What was not as it should be so far, on the connections of this test. */
  public List<ConnectionFinding> findings() {
    return journals().findings();
  }

  /** Everything seen so far, a list per connection of this test. */
  public List<List<Observed>> connections() {
    return journals().connections();
  }

  /** The same as traces, one for each connection that was let in, in their order. */
  public List<Trace> traces() {
    return journals().traces();
  }

  /**
   * Moves the virtual time of this test on, and of no other.
   *
   * @throws ServerException where time is that of the machine, or for a time before now
   */
  public void advance(Duration by) {
    house.advance(id, by);
  }

  private Journals journals() {
    return house.journals().of(id);
  }
}
