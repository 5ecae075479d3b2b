package dev.soundcheck.server.api;

/** A client that may not open a socket; the reply goes out instead of the upgrade. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ApiReply reply;

  public RefusedException(ApiReply reply) {
    super(reply.body());
    this.reply = reply;
  }

  public ApiReply reply() {
    return reply;
  }
}
