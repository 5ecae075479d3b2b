Feature: Truncation that the server refuses
  Apps cut the transcript where the listener stopped hearing. Some count the clock on the wall instead of the
  sound that was played, some send zero before the first frame, some name the wrong item, and take the error
  for the end of the call: pipecat-ai/pipecat#2106 and #931, openai/openai-agents-python#4122 and #2009,
  twilio-samples/speech-assistant-openai-realtime-api-python#45, livekit/agents#6157 and #6249.

  @field-truncate
  Scenario: The app truncates an item that is not there
    Given a session with server VAD
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning."
    When the client sends "conversation.item.truncate" with
      """json
      {"event_id": "cut", "item_id": "item_of_another", "content_index": 0, "audio_end_ms": 0}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "event_id": "cut"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
