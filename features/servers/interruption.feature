Feature: Answers that are ended before their end
  People talk over a voice that goes on too long, or press a button. The server has to fall silent at once, end
  the answer once, and take the next turn as if nothing had happened.

  Background:
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "When you are asked for a story, tell a very long one, of many hundred words. Answer everything else in one word."}
      """

  @seconds-10
  Scenario: The user breaks into an answer
    When the user speaks "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    When the user interrupts after 600 ms with "Stop. Say yes."
    Then the assistant says "Yes."

  @seconds-6
  Scenario: An answer is cancelled, and another given
    When the user types "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    When the client cancels after 400 ms
    Then the server sends "response.done" with
      """json
      {"response": {"status": "cancelled"}}
      """
    When the user types "Say yes."
    Then the assistant says "Yes."

  @seconds-2
  Scenario: Nothing is there to be cancelled
    Given the client sends "response.cancel" with
      """json
      {"event_id": "too-late"}
      """
    Then the server sends "error"
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be brief."}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"instructions": "Be brief."}}
      """

  @live-5.2-active @seconds-5
  Scenario: A second answer is asked for during the first
    When the user types "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    And while the assistant is speaking, the client sends "response.create" with
      """json
      {"event_id": "one-too-many"}
      """
    And 600 ms into the answer, the client sends "response.cancel"
    Then the server sends "error"
    And the server sends "response.done" with
      """json
      {"response": {"status": "cancelled"}}
      """
