package dev.soundcheck.conformance.client;

/** The way to an endpoint. */
interface Dialer extends AutoCloseable {
  /** Begins to connect and returns at once. */
  void dial(Target target, Ear ear);

  @Override
  void close();
}
