Feature: Requests that are refused
  Each of these is an error and nothing else: the session stays as it was. Clients that hang up, or
  wait for an answer to what was refused, lose the call.

  @live-2.8 @live-5.2-active @field-active-response
  Scenario: An answer is asked for while one is spoken
    Given a session with server VAD
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning and stops everywhere. The next one leaves at half past five and does not stop before the border."
    And while the assistant is speaking, the client sends "response.create"
    And the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "{any string}", "message": "{any string}"}}
      """
    When the user types "Thank you."
    Then the assistant says "You are welcome."

  @live-5.2-bad-tool
  Scenario: A tool without a name
    Given a session with server VAD
    When the client sends "session.update" with
      """json
      {"session": {"tools": [{"type": "function"}]}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."

  @live-5.2-bad-base64
  Scenario: Sound that is no base64
    Given a session with server VAD
    When the client sends "input_audio_buffer.append" with
      """json
      {"audio": "%%%"}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "param": "audio"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
