Feature: The protocol changes under a running app
  A new, a renamed or an extended event has stopped whole fleets of clients: pipecat-ai/pipecat#3716 (a voice
  that no list has), #5379 and #5255 (session.created unknown, 26 of 26 connects), livekit/agents-js#929
  (content_part.done without its part), richiejp/VoxInput#22, BerriAI/litellm#13471.

  @field-new-events
  Scenario: A new event comes with the greeting
    Given an event "session.capabilities" comes that nobody knows
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."

  @field-new-events
  Scenario: Events have members that no document names
    Given the fault "extra=response.output_audio.delta:loudness"
    And the fault "extra=response.done:response.mood"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."

  @field-new-events
  Scenario: A content part ends without saying what it was
    Given the fault "missing=response.content_part.done:part"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."

  @field-new-events
  Scenario: Sound comes under the name of another version
    Given the fault "rename=response.output_audio.delta:response.audio.delta"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."
    When the user types "Pardon?"
    Then the assistant says "I am, I said."

  @field-new-events
  Scenario: The session has a voice that no list has
    Given a session with server VAD
    When the client sends "session.update" with
      """json
      {"session": {"voice": "ara"}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"voice": "human_Ara"}}
      """
    When the user types "Is anybody there?"
    Then the assistant says "I am."
