Feature: Users who break in
  The user talks over the assistant. A client stops playing, leaves the new turn to the server, and is not
  confused by an answer that is called complete and has nothing in it.

  @barge-in @speech
  Scenario: The user breaks in
    Given a session with server VAD
    And the pace "real-time"
    And the client does not send "response.create" until "response.done"
    When the user speaks "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    When while the assistant is speaking, the user speaks anything
    And the client does not send "response.create" until "response.done"
    Then the assistant says "As you like."
    And the connection closes with 1000 "That is all."
