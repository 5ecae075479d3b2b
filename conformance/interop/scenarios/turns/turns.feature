Feature: What every voice app does
  One turn of each kind, as strangers' clients take it: the words are what they say, the tool is what they have.

  Scenario: A typed question is answered
    When the user types "What is the weather like?"
    Then the assistant says "It is sunny and warm today."

  Scenario: A tool is called
    Given a session with server VAD and the tool "get_weather"
    When the user types "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy in Paris."

  Scenario: A spoken question is answered
    Given a session with server VAD
    When the user says "What is the weather in Paris?"
    Then the assistant says "It is foggy in Paris."

  Scenario: The user breaks into an answer
    Given a session with server VAD
    When the user says "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road, and ten million more around it. It was a town of fishermen first, then a Roman one, and for a thousand years the seat of kings. Today people come for its museums, its bread, its bridges, and the tower that was meant to stand for twenty years only."
    When while the assistant is speaking, the user says "Thank you, that is enough."
    Then the assistant says "As you like."

  Scenario: The client has words spoken
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "force_message", "role": "assistant", "content": [{"type": "{any string}", "text": "Welcome to the weather line."}]}}
      """
    Then the server sends "response.output_audio_transcript.done" with
      """json
      {"transcript": "Welcome to the weather line."}
      """
