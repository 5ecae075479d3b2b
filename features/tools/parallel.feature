Feature: Two tools at once
  One answer can call several tools. An app that asks for the answer after the first result gets it
  without the second, so both have to be given back before.

  Scenario: Parallel tool calls
    Given a session with server VAD and the tools "get_weather" and "get_time"
    When the user says "What is the weather in Paris, and how late is it there?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    And the assistant calls "get_time" with
      """json
      {"zone": "Europe/Paris"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    And the client answers "get_time" with "a quarter past nine"
    Then the assistant says "It is foggy in Paris, and a quarter past nine."
