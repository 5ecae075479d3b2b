Feature: One answer too many
  The server answers a turn by itself, the app asks for the same answer, and the error that comes back names
  neither the request nor a code that the app knows: openai/openai-agents-python#1466, livekit/agents#2064 and
  #6817, langwatch/scenario#669, pollen-robotics/reachy_mini_conversation_app#204, yagudaev/voiceclaw#55.

  @field-active-response
  Scenario: An answer is asked for while one is being given
    Given a session with server VAD
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning and stops everywhere. The next one leaves at half past five and does not stop before the border. From six on there is one every ten minutes until nine."
    And while the assistant is speaking, the client sends "response.create" with
      """json
      {"event_id": "one_too_many"}
      """
    And while the assistant is speaking, the server sends "error" with
      """json
      {"error": {"event_id": "one_too_many"}}
      """
    When the user types "And the last?"
    Then the assistant says "At midnight."

  @field-active-response
  Scenario: The answer to a spoken turn races with the one that the app asks for
    Given a session with server VAD
    When the user says "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning and stops everywhere. The next one leaves at half past five and does not stop before the border."
    And while the assistant is speaking, the client sends "response.create" with
      """json
      {"event_id": "one_too_many"}
      """
    And while the assistant is speaking, the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "event_id": "one_too_many"}}
      """
    When the user types "And the last?"
    Then the assistant says "At midnight."
