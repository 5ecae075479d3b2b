Feature: Items of the client
  Apps write history themselves, take back what was never heard, and keep a list of their own in step. That
  works only as long as the server keeps their ids and says what it did.

  @live-2.10 @seconds-3
  Scenario: Items are chained and deleted
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "note-1", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "My name is Ann."}]}}
      """
    Then the server sends "conversation.item.added" with
      """json
      {"item": {"id": "note-1"}}
      """
    When the client sends "conversation.item.create" with
      """json
      {"previous_item_id": "note-1",
       "item": {"id": "note-2", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "I am from Rome."}]}}
      """
    Then the server sends "conversation.item.added" with
      """json
      {"item": {"id": "note-2"}, "previous_item_id": "note-1"}
      """
    When the client sends "conversation.item.delete" with
      """json
      {"item_id": "note-2"}
      """
    Then the server sends "conversation.item.deleted"
    When the client sends "conversation.item.delete" with
      """json
      {"event_id": "again", "item_id": "note-2"}
      """
    Then the server sends "error"

  @live-2.9 @seconds-4
  Scenario: A finished answer is truncated
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one sentence."}
      """
    When the user types "What is Paris?"
    Then the assistant says "Paris is the capital of France, and lies on the river Seine."
    And the server sends "response.output_item.done"
    And remember "item.id" as "answer"
    When the client sends "conversation.item.truncate" with
      """json
      {"item_id": "{answer}", "content_index": 0, "audio_end_ms": 600}
      """
    Then the server sends "conversation.item.truncated" with
      """json
      {"item_id": "{answer}", "audio_end_ms": 600}
      """
