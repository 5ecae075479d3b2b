Feature: The client comes back
  Phones change networks in the middle of a talk. A client that enabled it can go on in a new session with
  the old conversation; it is told what the assistant had said, which it must not say or show again.

  @live-2.12 @live-8.1-replayed
  Scenario: A conversation goes on after the connection was cut
    Given a session with server VAD
    And the session is configured with
      """json
      {"resumption": {"enabled": true}}
      """
    When the user types "What is the capital of France?"
    Then the assistant says "Paris."
    When the client is cut off
    And the client comes back
    Given a session with server VAD
    And the session is configured with
      """json
      {"resumption": {"enabled": true}}
      """
    Then the server sends "conversation.item.added" with
      """json
      {"item": {"role": "assistant", "content": [{"type": "text", "text": "Paris."}]}}
      """
    When the user says "And of Italy?"
    Then the assistant says "Rome."

  Scenario: A client that did not ask for it is told nothing when it comes back
    Given a session with server VAD
    When the user types "What is the capital of France?"
    Then the assistant says "Paris."
    When the client hangs up
    And the client comes back
    Given a session with server VAD
    Then the server does not send "conversation.item.added" for 500 ms
    When the user types "And of Italy?"
    Then the assistant says "Rome."
