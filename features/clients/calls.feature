Feature: Calls that go wrong
  A call can come twice, be announced twice, or have arguments that break off. A client that books a table for
  each one it sees books two, and one that reads arguments without care is gone in the middle of the talk.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}}
      """

  Scenario Outline: <title>
    Given <fault>
    When the user says "How is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

    Examples:
      | title                              | fault                                   |
      | A call whose arguments are no JSON | the next tool call has broken arguments |
      | A call that comes twice            | the next tool call comes twice          |
      | Items that are announced twice     | the fault "double-item"                 |
