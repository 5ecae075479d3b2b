Feature: A result that nobody asked for
  After a reconnect apps give back results of calls that the new session never made.

  @live-5.2-unknown-call
  Scenario: A result for an unknown call is refused
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "function_call_output", "call_id": "call-of-yesterday", "output": "foggy"}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "invalid_tool_call_id"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
