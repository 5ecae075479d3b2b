Feature: Truncation of what the user said
  After an interruption some apps name the newest item they saw, which is the question and not the answer, or
  the item of a turn that is over: livekit/agents#6157 and #6249, openclaw/openclaw#138592 and #125502.

  @field-truncate
  Scenario: The app truncates the question in place of the answer
    Given a session with server VAD
    When the user types "Read me the timetable."
    And remember "item.id" of "conversation.item.added" as "question"
    Then the assistant says "The first train leaves at five past five in the morning."
    When the client sends "conversation.item.truncate" with
      """json
      {"event_id": "cut", "item_id": "{question}", "content_index": 0, "audio_end_ms": 500}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "event_id": "cut"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
