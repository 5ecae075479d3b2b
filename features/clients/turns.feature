Feature: What every client can do
  A client under test says the words of the first line, spoken or typed, and hangs up, or says something again
  whenever it was answered. The server ends each of these talks, so that nobody has to know when it is over.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """

  Scenario: A turn
    When the user says "Is it raining?"
    Then the assistant says "Not here, as far as I can see."
    And the connection closes with 1000 "That is all."

  @two-turns
  Scenario: Two turns
    When the user says "Is it raining?"
    Then the assistant says "Not here."
    When the user says anything
    Then the assistant says "And it will not rain tomorrow."
    And the connection closes with 1000 "That is all."

  @speech
  Scenario: The server ends the turns
    Given a session with server VAD
    And the client does not send "input_audio_buffer.commit" until "response.done"
    And the client does not send "response.create" until "response.done"
    When the user speaks "Is it raining?"
    Then the assistant says "Not here, as far as I can see."
    And the connection closes with 1000 "That is all."

  @speech
  Scenario: The answer begins before the turn is over
    Given a session with server VAD
    And the next "input_audio_buffer.speech_stopped" comes 500 ms late
    And the client does not send "response.create" until "response.done"
    When the user speaks "Is it raining?"
    Then the assistant says "Not here, as far as I can see."
    And the connection closes with 1000 "That is all."

  @speech @live-4
  Scenario: What was heard is rewritten, and told more than once
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"input": {"transcription": {"model": "grok-transcribe"}}}}
      """
    And the assistant first hears "It was training."
    When the user speaks "Is it raining?"
    Then the assistant says "Not here, as far as I can see."
    And the connection closes with 1000 "That is all."
