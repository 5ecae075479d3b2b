Feature: The client is gone
  Users hang up whenever they like, and phones lose their network. What the client leaves behind on the
  server must not disturb anybody.

  Background:
    Given a session with server VAD
    When the user types "Tell me a long story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again."

  Scenario: The client hangs up in the middle of an answer
    When while the assistant is speaking, the client hangs up

  Scenario: The client is cut off in the middle of an answer
    When while the assistant is speaking, the client is cut off
