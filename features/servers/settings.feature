Feature: Settings that not every server knows
  Apps are written for several services and send all their settings to each. What a server does not know it
  passes over; one that refuses, or hangs up, shuts those apps out.

  @live-5.2-unknown-setting @seconds-2
  Scenario: Settings that a server need not know
    Given a session with server VAD
    And the session is configured with
      """json
      {"type": "realtime", "instructions": "Answer in one word.", "voice": "nobody",
       "reasoning": {"effort": "high"}, "parallel_tool_calls": true, "tracing": "auto",
       "audio": {"input": {"transcription": {"model": "grok-transcribe", "language_hint": "xx"}}}}
      """
    Then the server sends "session.updated"
    And the server does not send "error" for 300 ms
    When the user types "Hello."
    Then the assistant says "Hello."
