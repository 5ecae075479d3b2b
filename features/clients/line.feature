Feature: Lines that are bad
  Servers greet late, lines are slow, connections break, sessions run out. A client waits where waiting helps,
  and ends, or comes back, where it does not; it never waits for ever.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """

  @live-5.5
  Scenario: A greeting that is late
    Given the server greets after 3 s
    When the user says "Is anybody there?"
    Then the assistant says "I am, at last."
    And the connection closes with 1000 "That is all."

  Scenario: A line that is slow
    Given the line carries 64 KiB a second
    When the user says "Is anybody there?"
    Then the assistant says "I am, and very far away."
    And the connection closes with 1000 "That is all."

  Scenario Outline: <title>
    When the user says "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before. When the youngest was seven years old the king went to war, and nobody in the castle ever heard of him again. So the eldest took the crown, the second took the castle, and the youngest took a horse, a loaf of bread and a lamp, and went to look for him behind the seven hills, where the sun goes to sleep and the wind has its house."
    And 600 ms into the answer, <end>

    Examples:
      | title                                          | end                                              |
      | The connection breaks in the middle            | the connection breaks                            |
      | The server closes in the middle                | the connection closes with 1011 "internal error" |

  @field-expiry
  Scenario: The session runs out
    When the user says "Do I have a minute?"
    Then the assistant says "Not quite."
    And the server sends "error" with
      """json
      {"error": {"type": "max_duration", "code": "max_duration", "message": "The session has lasted as long as it may.", "param": null, "event_id": null}}
      """
    And the connection closes with 1000 "The session is over."
