package dev.soundcheck.conformance.hearing;

/** Who is told what was heard, in the order in which it became certain. */
public interface Audience {
  /** Something is wrong. */
  void flaw(Flaw flaw);

  /** The figures of an answer, when nothing can change them any more. */
  default void answer(AnswerFigures figures) {}
}
