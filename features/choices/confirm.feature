Feature: An answer that depends on what was typed
  Apps that confirm before they act have to take a yes, a no and anything else, and ask again until they
  know.

  Scenario: A booking is confirmed
    Given a session with server VAD
    When the user types "Book the table for two."
    Then the assistant says "For tonight at eight, is that right?"
    When either the user types "Yes."
    Then the assistant says "It is booked."
    When or the user types "No."
    Then the assistant says "Then I leave it."
    And otherwise
    Then the assistant says "I did not get that, so I leave it."
    When in any case
    And the user types "Thank you."
    Then the assistant says "You are welcome."

  Scenario: What the app called the message comes back in the tool call
    Given a session with server VAD and the tool "mark_read"
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "{any string}", "type": "message", "role": "user",
                "content": [{"type": "input_text", "text": "{any string}"}]}}
      """
    And remember "item.id" as "message"
    And the client sends "response.create"
    Then the assistant calls "mark_read" with
      """json
      {"message": "{message}"}
      """
    When the client answers "mark_read" with "done"
    Then the assistant says "I marked it as read."

  Scenario: Three turns with the same shape
    Given a session with server VAD
    When repeat for each of
      | city   | weather |
      | Paris  | foggy   |
      | Rome   | sunny   |
      | Tromsø | snowy   |
    And the user types "What is it like in <city>?"
    Then the assistant says "It is <weather> in <city>."
    And end of repeat
