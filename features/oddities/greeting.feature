Feature: The greeting
  Three events come before the client has said anything, and their defaults are not those that the
  documents name. A client that waits for other values never begins.

  @live-2.1 @live-8.1-voice
  Scenario: The greeting has the voice of the wire
    Given a session with server VAD
    Then the server sends "session.created" with
      """json
      {"session": {"voice": "xai_ara", "modalities": ["audio"], "tools": [], "model": "{any string}"}}
      """
    And the server sends "conversation.created"
    And the server sends "session.updated" with
      """json
      {"session": {"turn_detection": {"type": "server_vad"}, "temperature": -1, "tool_choice": "auto"}}
      """
    When the user types "Good morning."
    Then the assistant says "Good morning."
