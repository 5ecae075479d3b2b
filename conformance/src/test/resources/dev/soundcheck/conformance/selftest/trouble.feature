Feature: Trouble that the built-in scenarios do not have
  Played to clients that are broken on purpose.

  Scenario: A server that is mute
    Given a session with server VAD
    And the server greets after 100 s
    When the user types "Is anybody there?"
    Then the assistant says "I am, at last."

  Scenario: An answer that ends late
    Given a session with server VAD and the tool "get_time"
    And the next "response.done" comes 3 s late
    When the user types "How late is it?"
    Then the assistant calls "get_time"
    When the client answers "get_time" with "noon"
    Then the assistant says "It is noon."

  Scenario: An answer that is cancelled late
    Given a session with server VAD
    And the next "response.done" comes 2 s late
    When the user types "Tell me a story."
    Then the assistant says "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before."
    When the client cancels after 400 ms
    Then the server sends "response.done"

  Scenario: A line that always breaks
    Given a session with server VAD
    When the user types "Is anybody there?"
    Then the connection breaks

  Scenario: Two typed turns
    Given a session with server VAD
    When the user types "Is it raining?"
    Then the assistant says "Not here."
    And after 1 s
    When the user types "And tomorrow?"
    Then the assistant says "Not then."
    And the connection closes with 1000 "That is all."

  Scenario: A conversation that was cut
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}, "resumption": {"enabled": true}}
      """
    When the user types "What is the capital of France?"
    Then the assistant says "Paris."
    And the connection breaks
    When the client comes back
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}, "resumption": {"enabled": true}}
      """
    When the user types "And that of Spain?"
    Then the assistant says "Madrid."

  Scenario: A long turn by commit
    Given a session with manual turns
    When the user speaks "Once upon a time there was a king who had three daughters, and each of them was more beautiful than the one before."
    Then the assistant says "And then?"
