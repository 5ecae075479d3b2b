Feature: Events that nobody asked for
  Keep-alives come whenever they are due, an error often belongs to something that is over, and a deleted item may
  have no name. A client that takes one of them for its own, or for the end, loses the talk.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}}
      """

  Scenario: A ping, and an item without a name is deleted
    When the user says "How is the weather in Paris?"
    Then the server sends "ping" with
      """json
      {"timestamp": 1790702298912}
      """
    And the server sends "conversation.item.deleted" with
      """json
      {"item_id": ""}
      """
    And the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

  @field-active-response
  Scenario Outline: An error about <what>
    When the user says "How is the weather in Paris?"
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "<code>", "message": "<message>", "param": null, "event_id": null}}
      """
    And the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

    Examples:
      | what                           | code                                     | message                                          |
      | a cancel that came too late    | response_cancel_not_active               | Cancellation failed: no active response found    |
      | an answer that is there        | conversation_already_has_active_response | Conversation already has an active response      |
