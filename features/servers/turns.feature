Feature: Turns
  What everybody does all day: somebody types or speaks, the assistant speaks. Most rules are judged in these.

  @seconds-3
  Scenario: A typed turn
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one short sentence."}
      """
    When the user types "Is it raining?"
    Then the assistant says "Not here, as far as I can see."

  @seconds-5
  Scenario: A spoken turn
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one short sentence.",
       "audio": {"input": {"transcription": {"model": "grok-transcribe"}}}}
      """
    When the user speaks "Is it raining?"
    Then the server sends "input_audio_buffer.speech_started"
    And the server sends "input_audio_buffer.speech_stopped"
    And the server sends "input_audio_buffer.committed"
    And the server sends "conversation.item.input_audio_transcription.completed" with
      """json
      {"transcript": "{any string}"}
      """
    And the assistant says "Not here, as far as I can see."

  @seconds-7
  Scenario: Two spoken turns
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one word.",
       "audio": {"input": {"transcription": {"model": "grok-transcribe"}}}}
      """
    When the user speaks "Say yes."
    Then the assistant says "Yes."
    When the user speaks "Now say no."
    Then the assistant says "No."
