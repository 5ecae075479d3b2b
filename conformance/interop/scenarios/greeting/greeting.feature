Feature: The assistant speaks first
  For clients that ask for an answer before they open the microphone, as a bot does that greets its caller.

  Scenario: A spoken question is answered after a greeting
    Given a session with server VAD
    When the client sends "response.create"
    Then the assistant says "This is the weather line."
    When the user says "What is the weather in Paris?"
    Then the assistant says "It is foggy in Paris."

  Scenario: The user breaks into an answer after a greeting
    Given a session with server VAD
    When the client sends "response.create"
    Then the assistant says "This is the weather line."
    When the user says "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road, and ten million more around it. It was a town of fishermen first, then a Roman one, and for a thousand years the seat of kings. Today people come for its museums, its bread, its bridges, and the tower that was meant to stand for twenty years only."
    When while the assistant is speaking, the user says "Thank you, that is enough."
    Then the assistant says "As you like."
