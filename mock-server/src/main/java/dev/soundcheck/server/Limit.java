package dev.soundcheck.server;

/**
 * Everything that a server limits, in the order of docs/limits.md, which has the sources and
 * reasons. The command line, that page and the messages are made of it.
 */
public enum Limit {
  MESSAGE(
      "message",
      Measure.SIZE,
      "16MiB",
      "the largest message of a client",
      "its session closes with 1009"),
  BYTES(
      "bytes",
      Measure.BYTES,
      "1GiB",
      "all that a client sends in one session",
      "its session closes with 1008"),
  RATE(
      "rate",
      Measure.RATE,
      "1000",
      "messages of one client in a second of real time",
      "they are read later, and none is lost"),
  ITEMS(
      "items",
      Measure.COUNT,
      "10000",
      "items of one conversation",
      "an item of the client is refused with an error"),
  BACKLOG(
      "backlog",
      Measure.SIZE,
      "64MiB",
      "what waits for one client that reads slowly",
      "the client is dropped"),
  DURATION(
      "duration",
      Measure.TIME,
      "2h",
      "how long a session lasts",
      "the error max_duration, then a close with 1000"),
  IDLE(
      "idle",
      Measure.TIME,
      "none",
      "how long a client sends nothing while no answer is under way",
      "the error timeout, then a close with 1000"),
  HANDSHAKE(
      "handshake",
      Measure.TIME,
      "10s",
      "how long a request takes to come, after its connection or the answer before it",
      "the connection is cut"),
  SESSIONS(
      "sessions",
      Measure.COUNT,
      "none",
      "sessions at once, for each test by itself",
      "a response that failed, then a close with 1000"),
  SESSIONS_PER_KEY(
      "sessions-per-key",
      Measure.COUNT,
      "none",
      "sessions at once of one API key and its client secrets",
      "a response that failed, then a close with 1000"),
  SESSIONS_IN_TOTAL(
      "sessions-in-total",
      Measure.COUNT,
      "none",
      "sessions at once, of all tests and keys together",
      "a response that failed, then a close with 1000"),
  CONNECTIONS(
      "connections",
      Measure.COUNT,
      "none",
      "connections at once, where the system lets that many files be open",
      "a socket is refused with 503"),
  TRACE(
      "trace",
      Measure.BYTES,
      "32MiB",
      "what the control API remembers of what was said",
      "ended sessions are forgotten, then old lines of the largest"),
  ENDED(
      "ended",
      Measure.COUNT,
      "200",
      "sessions that the control API remembers after their end",
      "the oldest is forgotten"),
  JOURNAL(
      "journal",
      Measure.BYTES,
      "256MiB",
      "what is kept for a test in the same JVM",
      "no more is kept, which is a finding"),
  CONVERSATIONS(
      "conversations",
      Measure.COUNT,
      "10000",
      "conversations of one test that can be resumed",
      "the one that was used longest ago is forgotten"),
  RESUMPTION(
      "resumption",
      Measure.TIME,
      "30min",
      "how long a conversation can be resumed after its last word",
      "it is forgotten, and a new one begins"),
  SECRETS(
      "secrets",
      Measure.COUNT,
      "100000",
      "client secrets that are remembered because they were used",
      "the one that was used first is forgotten"),
  STORED_LINES(
      "stored-lines",
      Measure.COUNT,
      "10000",
      "lines of a test's journal in the store of several servers",
      "the oldest are forgotten");

  private final String word;
  private final Measure measure;
  private final String usual;
  private final String meaning;
  private final String consequence;

  Limit(String word, Measure measure, String usual, String meaning, String consequence) {
    this.word = word;
    this.measure = measure;
    this.usual = usual;
    this.meaning = meaning;
    this.consequence = consequence;
  }

  /** As it is written: {@code sessions-per-key}. */
  public String word() {
    return word;
  }

  Measure measure() {
    return measure;
  }

  /** The value where nobody says otherwise, as it is written: {@code 16MiB}, or {@code none}. */
  public String usual() {
    return usual;
  }

  /** What is limited. */
  public String meaning() {
    return meaning;
  }

  /** What happens beyond it. */
  public String consequence() {
    return consequence;
  }
}
