Feature: Weather by voice
  Most apps bring a tool and have to run it while the assistant still talks, then give its result
  back and ask for the answer.

  Scenario: One tool call with a spoken preamble
    Given a session with server VAD and the tool "get_weather"
    When the user says "What is the weather in Paris?"
    Then the assistant says "Let me check."
    And the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    Then the assistant says "It is foggy and twelve degrees in Paris."
