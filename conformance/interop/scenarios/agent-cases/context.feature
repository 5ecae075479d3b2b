Feature: A conversation that the app has a copy of
  An app writes into the conversation, takes out of it, and keeps up with what the server adds.

  Scenario: What the app wrote into the conversation is known
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "My lucky number is eleven."}]}}
      """
    And the client sends "response.create" with
      """json
      {"response": {"instructions": "Which number is the user's? Say the number alone."}}
      """
    Then the assistant says "Eleven."

  Scenario: The answer is in the conversation
    When the client sends "response.create"
    Then the assistant says "What would you like to talk about?"

  Scenario: What the app takes out of the conversation is replaced
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "{any string}", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "The door is green."}]}}
      """
    And remember "item.id" as "first"
    And the client sends "conversation.item.delete" with
      """json
      {"item_id": "{first}"}
      """
    And the client sends "conversation.item.create" with
      """json
      {"item": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "The door is yellow."}]}}
      """
    And the client sends "response.create" with
      """json
      {"response": {"instructions": "Which colour did the user name?"}}
      """
    Then the assistant says "The user said yellow."

  Scenario: The app is told what is added to the conversation
    When the client sends "response.create"
    Then the assistant says "Let us begin."
