Feature: A client that comes back
  Phones change networks in the middle of a talk. A client that asked for it goes on where it was cut off.

  @live-2.12 @seconds-5
  Scenario: A conversation goes on
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one short sentence.", "resumption": {"enabled": true}}
      """
    When the user types "What is the capital of France?"
    Then the assistant says something containing "Paris"
    When the client is cut off
    And the client comes back
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one short sentence.", "resumption": {"enabled": true}}
      """
    When the user types "Which city did you just name?"
    Then the assistant says something containing "Paris"
