Feature: Transcripts that change their mind
  What a user says is transcribed while it is spoken, and what was shown is taken back when more of it is
  heard. An app that appends each update to the last shows words that nobody said.

  @live-4
  Scenario: Words are rewritten as more is heard
    Given a session with server VAD
    And the assistant first hears "Last ones."
    When the user speaks "Last once. I paid twice."
    Then the server sends "conversation.item.input_audio_transcription.updated" with
      """json
      {"transcript": "Last ones."}
      """
    And the server sends "conversation.item.input_audio_transcription.completed" with
      """json
      {"transcript": "Last once. I paid twice."}
      """
    And the assistant says "I will look at that payment."

  @live-4
  Scenario: Hints for the transcription
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"input": {"transcription": {
        "model": "grok-transcribe", "language_hint": "es-ES", "keyterms": ["Soundcheck", "Grok"]}}}}
      """
    When the user speaks "Soundcheck and Grok."
    Then the server sends "conversation.item.input_audio_transcription.completed" with
      """json
      {"transcript": "Soundcheck and Grok."}
      """
    And the assistant says "I know both."
