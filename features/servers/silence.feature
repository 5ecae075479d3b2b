Feature: A user who says nothing
  Only documented so far: with an idle timeout the server asks by itself whether anybody is there.

  @live-2.13 @optional @seconds-7
  Scenario: Nobody speaks for too long
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one word.", "turn_detection": {"type": "server_vad", "idle_timeout_ms": 3000}}
      """
    When the user types "Say yes."
    Then the assistant says "Yes."
    And the server sends "input_audio_buffer.timeout_triggered"
    And the assistant says "Is anybody there?"
