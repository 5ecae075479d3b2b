Feature: Tools that an app has
  An app tells of its tools once the session is open, and is called.

  Scenario: A tool is called for an answer with instructions
    Given a session with server VAD and the tool "get_weather"
    When the client sends "response.create" with
      """json
      {"response": {"instructions": "Ask the tool what the weather is like in Paris."}}
      """
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """

  Scenario: What a tool gave is in the answer
    Given a session with server VAD and the tool "get_capital"
    When the client sends "response.create" with
      """json
      {"response": {"instructions": "Ask the tool for the capital of France."}}
      """
    Then the assistant calls "get_capital" with
      """json
      {"country": "France"}
      """
    When the client answers "get_capital" with "Paris"
    Then the assistant says "The capital of France is Paris."
