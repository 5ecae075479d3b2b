Feature: Turns that the wire sees otherwise
  The documents let a client decide whether it is answered, and tell of speech only when the server
  listens for it. The live service answers anyway, and tells anyway.

  @live-8.1-create-response
  Scenario: An answer that nobody wanted
    Given a session with server VAD
    And the session is configured with
      """json
      {"turn_detection": {"type": "server_vad", "create_response": false}}
      """
    When the user speaks "I only want to be written down."
    Then the assistant says "And I answer all the same."

  @live-2.4 @live-8.1-speech-started @live-8.1-commit
  Scenario: Speech is told of in manual turns
    Given a session with manual turns
    When the user speaks "Is anybody there?"
    Then the server sends "input_audio_buffer.speech_started"
    And the server sends "input_audio_buffer.committed"
    And the assistant says "I am."

  @live-2.6 @live-8.1-status
  Scenario: A broken-off answer is called complete
    Given a session with server VAD
    When the user says "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road, and ten million more around it. It was a town of fishermen first, then a Roman one, and for a thousand years the seat of kings."
    When the user interrupts after 800 ms with "Thank you, that is enough."
    Then the server sends "response.done" with
      """json
      {"response": {"status": "completed", "output": []}}
      """
    And the assistant says "As you like."
