Feature: An answer wanted as text
  Chat windows ask for text and some clients of other services always do. The live service speaks all
  the same, the vendor's documents promise text: an app that shows the words has to cope with both.

  @live-2.15 @live-8.1
  Scenario: A session that wants text
    Given a session with server VAD
    And the session is configured with
      """json
      {"modalities": ["text"]}
      """
    When the user types "What is the weather?"
    Then the assistant says "It is foggy. Bring a coat."

  @live-2.15
  Scenario: One answer as text
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "message", "role": "user",
                "content": [{"type": "input_text", "text": "What is the weather?"}]}}
      """
    And the client sends "response.create" with
      """json
      {"response": {"modalities": ["text"]}}
      """
    Then the assistant says "It is foggy."
    When the user types "And spoken?"
    Then the assistant says "Still foggy."
