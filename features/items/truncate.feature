Feature: Answers that were heard in part
  An app that stops playing tells how much was heard, so that the rest is not remembered. A wrong
  number is refused, and the session goes on; clients must not take it for its end.

  @live-2.9
  Scenario: A finished answer is cut to what was heard
    Given a session with server VAD
    When the user types "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road."
    And the server sends "response.output_item.done"
    And remember "item.id" as "answer"
    When the client sends "conversation.item.truncate" with
      """json
      {"item_id": "{answer}", "content_index": 0, "audio_end_ms": 1000}
      """
    Then the server sends "conversation.item.truncated" with
      """json
      {"item_id": "{answer}", "audio_end_ms": 1000}
      """
    When the user types "Where did you stop?"
    Then the assistant says "At the capital."

  @live-2.9 @live-5.2-truncate @field-truncate
  Scenario: Something is cut that was never said
    Given a session with server VAD
    When the client sends "conversation.item.truncate" with
      """json
      {"item_id": "nobody", "content_index": 0, "audio_end_ms": 0}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "message": "{any string}"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
