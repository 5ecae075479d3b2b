Feature: The server is gone
  Calls end while the assistant is in the middle of a sentence: a deploy, a limit, a cable. An app has to
  stop playing, tell its user, and must not wait for the rest of the answer.

  Background:
    Given a session with server VAD
    When the user types "Tell me a long story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again."

  Scenario: The server closes in the middle of an answer
    Then 600 ms into the answer, the connection closes with 1011 "internal error"

  Scenario: The connection breaks in the middle of an answer
    Then 600 ms into the answer, the connection breaks
