package dev.soundcheck.conformance.load;

/** What is timed. */
public enum Measure {
  /** From the moment a session is due to be dialled to its {@code session.created}. */
  CONNECT("connect", "connect to session.created"),
  /** From {@code session.update} to {@code session.updated}. */
  SETUP("setup", "session.update to updated"),
  /**
   * From the end of speech, as the voice ends in it, or from the moment a typed turn is due, to the
   * first delta of the answer.
   */
  FIRST_DELTA("firstDelta", "end of turn to first delta"),
  /** From there to {@code response.done}. */
  TURN("turn", "end of turn to response.done"),
  /** How late a delta is for an answer that plays without a gap since its first delta. */
  LATENESS("lateness", "sound later than it plays"),
  /** How far a gap between deltas is from what it should be. */
  GAP_ERROR("gapError", "gap between deltas, off by"),
  /** How far the last delta of an answer is from where it should be after the first. */
  DRIFT("drift", "last delta, off by"),
  /** From the voice that breaks into an answer to {@code input_audio_buffer.speech_started}. */
  NOTICED("interruptionNoticed", "interruption to speech_started"),
  /** From there to the end of the answer. */
  STOPPED("interruptionStopped", "interruption to response.done"),
  /** How late this program was with its own sound and its own turns. */
  OWN_LATENESS("ownLateness", "this program itself, late by");

  private final String json;
  private final String words;

  Measure(String json, String words) {
    this.json = json;
    this.words = words;
  }

  /** Its name in a report. */
  public String json() {
    return json;
  }

  /** What it is, to people. */
  public String words() {
    return words;
  }
}
