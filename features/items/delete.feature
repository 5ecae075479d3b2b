Feature: Items that are taken back
  Clients delete what was never heard, and keep a list of their own in step. The answer names no item,
  so a client has to know which of its deletes it is for.

  @live-2.10 @live-8.1-deleted
  Scenario: An item is deleted without its name
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "note-1", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "Forget this."}]}}
      """
    Then the server sends "conversation.item.added" with
      """json
      {"item": {"id": "note-1"}}
      """
    When the client sends "conversation.item.delete" with
      """json
      {"item_id": "note-1"}
      """
    Then the server sends "conversation.item.deleted" with
      """json
      {"item_id": ""}
      """
    When the user types "What did I say?"
    Then the assistant says "Nothing yet."

  @live-2.10 @live-5.2-unknown-item
  Scenario: An item that is not there is deleted
    Given a session with server VAD
    When the client sends "conversation.item.delete" with
      """json
      {"item_id": "nobody"}
      """
    Then the server sends "error" with
      """json
      {"error": {"message": "Item not found"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
