Feature: Tools that the client runs
  A client has the tools get_weather and get_time. It gives back one result for every call that it got, all of
  them before it asks for the answer, whatever its tools return and however the call came.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}, "tools": [
        {"type": "function", "name": "get_weather", "description": "The weather in a city.",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
        {"type": "function", "name": "get_time", "description": "The time in a city.",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}]}
      """

  Scenario: One call
    When the user says "How is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

  Scenario: Two calls of one answer
    When the user says "How are the weather and the time in Paris?"
    And the client does not send "response.create" until "response.done"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    And the assistant calls "get_time" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    And the client answers "get_time" with "noon"
    Then the assistant says "It is foggy at noon."
    And the connection closes with 1000 "That is all."

  Scenario: A call after words
    When the user says "How is the weather in Paris?"
    And the client does not send "response.create" until "response.done"
    Then the assistant says "I will have a look."
    And the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."
