Feature: Settings that are passed over
  Clients made for other services send settings that this one does not have. They are taken without a
  word, and another value is used; a client that expects an error waits for ever.

  @live-5.2-unknown-voice @live-5.2-unknown-setting @live-5.2-unknown-model
  Scenario: A voice, a model and a setting that do not exist
    Given a session with server VAD
    And the session is configured with
      """json
      {
        "voice": "nobody", "model": "grok-of-tomorrow", "parallel_tool_calls": true,
        "audio": {"input": {"transcription": {"model": "grok-transcribe", "language_hint": "xx"}}}
      }
      """
    Then the server does not send "error" for 300 ms
    When the user types "Do you know me?"
    Then the assistant says "I do not."

  @live-5.2-commit-in-vad
  Scenario: A commit where the server finds the turns
    Given a session with server VAD
    When the client sends "input_audio_buffer.commit"
    And after 500 ms
    And the user types "Did I say anything?"
    Then the assistant says "Not a word."
