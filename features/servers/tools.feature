Feature: Tools
  An answer may ask for tools of the client, one or several, and goes on once their results are there and the
  client has asked for it. A server that loses one of two results, or a call's id, makes apps wait for ever.

  Scenario: One tool call
    Given a session with server VAD
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
      """
    And the session is configured with
      """json
      {"instructions": "Call get_weather when you are asked about the weather. Answer in one short sentence."}
      """
    When the user types "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "{any string}"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    Then the assistant says "It is foggy in Paris."

  Scenario: A result without a question
    Given a session with server VAD
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
      """
    And the session is configured with
      """json
      {"instructions": "Call get_weather when you are asked about the weather. Answer in one short sentence."}
      """
    When the user types "What is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "{any string}"}
      """
    And remember "call_id" of "response.function_call_arguments.done" as "call"
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "function_call_output", "call_id": "{call}", "output": "foggy, 12 degrees"}}
      """
    Then the assistant says nothing for 700 ms
    When the client sends "response.create"
    Then the assistant says "It is foggy in Paris."

  Scenario: Two tools at once
    Given a session with server VAD
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
      """
    And the tool "get_time" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
      """
    And the session is configured with
      """json
      {"instructions": "Call get_weather and get_time for the city, both at once and without a word. Then answer in one short sentence."}
      """
    When the user types "What are the weather and the time in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "{any string}"}
      """
    And the assistant calls "get_time" with
      """json
      {"city": "{any string}"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    And the client answers "get_time" with "a quarter past nine"
    Then the assistant says "It is foggy, and a quarter past nine."
