Feature: A conversation that was held elsewhere
  Apps that move a chat to the voice tell the server what was said and called so far, and go on. None of it is
  a turn: an answer to history talks over the user's first words.

  @seconds-4
  Scenario: History is told, and the next turn answered
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one short sentence."}
      """
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "old-1", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "What is the weather in Paris?"}]}}
      """
    And the client sends "conversation.item.create" with
      """json
      {"item": {"id": "old-2", "type": "function_call", "call_id": "old-call", "name": "get_weather", "arguments": "{\"city\":\"Paris\"}"}}
      """
    And the client sends "conversation.item.create" with
      """json
      {"item": {"id": "old-3", "type": "function_call_output", "call_id": "old-call", "output": "foggy"}}
      """
    And the client sends "conversation.item.create" with
      """json
      {"item": {"id": "old-4", "type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "It is foggy."}]}}
      """
    Then the server sends "conversation.item.added" with
      """json
      {"item": {"id": "old-4", "role": "assistant"}}
      """
    And the assistant says nothing for 500 ms
    When the user types "And in Rome?"
    Then the assistant says "I have to look that up."
