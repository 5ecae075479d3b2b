Feature: Sessions that end too soon
  Sessions expire with 1001 after half an hour or an hour, break in the middle of a turn, and are dialled again by
  everybody at once; what is replayed then stands twice in the history: pollen-robotics/reachy_mini_conversation_app#134,
  pipecat-ai/pipecat#3170, livekit/agents#3145 and #3101, sonichi/sutando#1307, anomalyco/opencode#48690,
  pydantic/pydantic-ai#6622.

  @field-expiry
  Scenario: The session expires between two turns
    Given a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."
    And after 1 s
    And the connection closes with 1001 "The session has reached its longest duration."

  @field-expiry
  Scenario: The session breaks in the middle of a turn
    Given the fault "close=1006@response.output_audio.delta#2"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am here, and I was about to say much more than that."
    And the connection breaks

  @field-expiry
  Scenario: The connection breaks while the app sets up its session
    Given the fault "close=1011@session.update"
    And a session with server VAD
    Then the connection closes with 1011 ""

  @field-expiry
  Scenario: History is told twice
    Given the fault "double-item"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."
    When the user types "Still?"
    Then the assistant says "Still."
