Feature: What is otherwise than expected
  Services grow events and members that no document names, cut sound and words as they like, and take their time.
  None of it concerns the talk: a client that still answers a call has left it alone.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """
    And the tool "get_weather" with
      """json
      {"type": "object", "properties": {"city": {"type": "string"}}}
      """

  Scenario: Events and members that nobody knows
    Given an event "session.surprise" comes that nobody knows
    And the fault "extra=response.created:response.mood"
    And the fault "extra=response.output_item.added:item.mood"
    When the user says "How is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

  Scenario: Sound and words in other pieces
    Given the fault "merge=response.output_audio.delta:3"
    And the fault "split=response.output_audio_transcript.delta:3"
    When the user says "How is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."

  Scenario: Settings that are told late
    Given the next "session.updated" comes 2 s late
    When the user says "How is the weather in Paris?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy"
    Then the assistant says "It is foggy."
    And the connection closes with 1000 "That is all."
