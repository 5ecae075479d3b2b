Feature: A voice that may not change any more
  Some settings cannot be changed once the assistant has spoken. Clients that send all settings with
  every update were thrown out by the error (openai/openai-agents-python#1661).

  @field-settled-voice
  Scenario: The voice is changed after the first answer
    Given a session with server VAD
    When the user types "Hello."
    Then the assistant says "Good morning."
    When the client sends "session.update" with
      """json
      {"session": {"voice": "eve"}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "cannot_update_voice", "message": "The voice cannot be changed once the assistant has spoken."}}
      """
    When the user types "Are you still the same?"
    Then the assistant says "I am."
