Feature: Tool calls gone wrong
  A call can come twice, with arguments that are no JSON, or be announced twice. An app that books a table
  for every call it sees books two, and one that reads the arguments without care is gone.

  Background:
    Given a session with server VAD and the tool "get_weather"

  Scenario Outline: <title>
    Given <fault>
    When the user types "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    Then the assistant says "It is foggy and twelve degrees in Paris."

    Examples:
      | title                           | fault                               |
      | A tool call is no JSON          | the next tool call has broken arguments |
      | A tool call comes twice         | the next tool call comes twice      |
      | A tool call is announced twice  | the fault "double-item"             |
