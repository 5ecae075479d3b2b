Feature: Settings that cannot be changed any more
  A voice cannot be changed once it has spoken, and a session for transcription has no tools; an app that sends the
  whole session again with every update is refused each time: openai/openai-agents-python#1661, openai/codex#14635.

  @field-fixed-session
  Scenario: The voice is changed after it has spoken
    Given a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."
    When the client sends "session.update" with
      """json
      {"session": {"voice": "leo"}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "cannot_update_voice", "message": "Cannot update a conversation's voice if assistant audio is present.", "param": "session.voice", "event_id": null}}
      """
    When the user types "Is that still you?"
    Then the assistant says "It is."
