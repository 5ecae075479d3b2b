Feature: Something the client has never heard of
  The service adds events and members without a word before. Clients that check what they read against
  a closed list died of it (pipecat-ai/pipecat#5379 and #3716, livekit/agents-js#929).

  @field-unknown-event
  Scenario: An event and a member that no client knows
    Given a session with server VAD
    Then an event "session.surprise" comes that nobody knows
    And the next "response.done" has the new member "surprise"
    When the user types "Hello."
    Then the assistant says "Good morning."
    When the user types "Are you still there?"
    Then the assistant says "I am."
