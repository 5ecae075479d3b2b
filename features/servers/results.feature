Feature: Results of tools
  A client may need time between the result of a tool and its request for the answer. A server that goes on by
  itself says the same thing twice.

  @seconds-5
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
    Then the server does not send "response.created" for 1 s
    When the client sends "response.create"
    Then the assistant says "It is foggy in Paris."
