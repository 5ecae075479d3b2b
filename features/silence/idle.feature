Feature: A user who says nothing
  Callers put the phone down or walk away, and every minute is paid for. With an idle timeout the
  assistant asks whether anybody is there, once after each answer, and an app can hang up on that.

  @live-2.13
  Scenario: The assistant asks whether anybody is there
    Given a session with server VAD
    And the session is configured with
      """json
      {"turn_detection": {"type": "server_vad", "idle_timeout_ms": 1500}}
      """
    When the user types "Hello."
    Then the assistant says "Good morning."
    And the server sends "input_audio_buffer.timeout_triggered"
    And the assistant says "Is anybody there?"
    When the user types "I am."
    Then the assistant says "Good."

  @live-2.13
  Scenario: It asks again after each answer
    Given a session with server VAD
    And the session is configured with
      """json
      {"turn_detection": {"type": "server_vad", "idle_timeout_ms": 1000}}
      """
    When the user types "Hello."
    Then the assistant says "Hi."
    And the server sends "input_audio_buffer.timeout_triggered"
    And the assistant says "Hello?"
    And the server sends "input_audio_buffer.timeout_triggered"
    And the assistant says "I am going to hang up."
    And the connection closes with 1000 "nobody there"
