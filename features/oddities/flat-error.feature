Feature: An error of another shape
  Errors were flat at first and are nested now, and clients that read only one of them either miss the
  other or break. This one came when sound was sent at two rates; the session goes on.

  @live-5.1 @live-5.2-rates
  Scenario: An error in the shape of old
    Given a session with server VAD
    When the user types "Hello."
    Then the assistant says "Good morning."
    And the server sends "error" with
      """json
      {
        "code": "internal_error", "message": "ValueError",
        "params": "frames at 16000 Hz after frames at 24000 Hz"
      }
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
