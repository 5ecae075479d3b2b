Feature: Clients that come back
  A client that asked for it goes on with its conversation where the line broke, and does not say or show again
  what it is told of it.

  @resumption @two-turns @live-2.12
  Scenario: The client goes on where it was cut off
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}, "resumption": {"enabled": true}}
      """
    When the user says "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    And 600 ms into the answer, the connection breaks
    When the client comes back
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}, "resumption": {"enabled": true}}
      """
    When the user says anything
    Then the assistant says "Where was I?"
    And the connection closes with 1000 "That is all."
