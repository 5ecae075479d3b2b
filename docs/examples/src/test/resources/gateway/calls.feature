Feature: Calls through the gateway
  What a client hears of the service through us. Soundcheck's client plays the client's lines with real audio,
  and waits for those of the server.

  Scenario: A tool of the client is called
    Given a session with server VAD and the tool "get_weather"
    And the session is configured with
      """json
      {"instructions": "Look the weather up with get_weather before you answer, in one sentence."}
      """
    When the user says "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    Then within 5 s, the assistant says "It is foggy in Paris."

  Scenario: An update that is wrong is refused, and the call goes on
    Given a session with server VAD
    When the client sends "session.update" with
      """json
      {"event_id": "wrong", "session": {"tools": "none"}}
      """
    Then the server sends "error"
    When the user types "Are you still there?"
    Then the assistant says "I am."
