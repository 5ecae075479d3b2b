Feature: The weather app
  The app's own lines and those of the service stand side by side. Once the app has connected, a line of
  the service has to happen before the next line is read.

  Scenario: It looks the weather up before it answers
    Given a session with server VAD and the tool "get_weather"
    When the app is asked "What is the weather in Paris?"
    And the user types "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    And the client answers "get_weather" with "foggy, 12 degrees"
    And the assistant says "It is foggy."
    And the app shows "It is foggy."

  Scenario: It is played by its name
    Given the mock plays "tools/one-tool-call-with-a-spoken-preamble"
    When the app is asked "What is the weather in Paris?"
    Then the app shows "It is foggy and twelve degrees in Paris."
