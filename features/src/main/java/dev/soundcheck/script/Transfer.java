package dev.soundcheck.script;

/**
 * How the transfer of a call ends (live-behaviour.md §7.3).
 *
 * @param why what the other end said; empty unless it {@link Outcome#REJECTED}
 */
public record Transfer(Outcome outcome, String why) {
  /** Somebody took it. */
  public static final Transfer ACCEPTED = of(Outcome.ACCEPTED);

  /** The ways in which it can end. */
  public enum Outcome {
    ACCEPTED(200),
    NOBODY_THERE(404),
    REJECTED(502),
    FAILED(500),
    TIMED_OUT(504);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    /** As answered over HTTP. */
    public int status() {
      return status;
    }
  }

  /** One that needs no more words. */
  public static Transfer of(Outcome outcome) {
    return new Transfer(outcome, "");
  }

  /** One that the other end refused with these words, such as {@code SIP 486 Busy}. */
  public static Transfer rejected(String why) {
    return new Transfer(Outcome.REJECTED, why);
  }
}
