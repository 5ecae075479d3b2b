Feature: Too many hints
  A list of products as hints for the transcription grows over the years. Beyond the limit the update is
  refused as a whole, and the app that did not look goes on with the settings of before.

  @live-4
  Scenario: A key term that is too long
    Given a session with server VAD
    When the client sends "session.update" with
      """json
      {"session": {"audio": {"input": {"transcription": {"model": "grok-transcribe",
        "keyterms": ["fine", "this key term is longer than the fifty characters that it may have"]}}}}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "param": "session.audio.input.transcription.keyterms[1]"}}
      """
