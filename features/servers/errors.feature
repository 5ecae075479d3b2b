Feature: What a server refuses
  Apps make mistakes, and those made for similar services make more. Each is told so in an error that names
  the event, nothing else happens, and the session goes on.

  Background:
    Given a session with server VAD and the tool "get_time"

  @wrong-on-purpose @seconds-2
  Scenario: An unknown event
    When the client sends the unknown event "session.rename"
    Then the server sends "error"
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be brief."}}
      """
    Then the server sends "session.updated"

  @live-5.2-bad-tool @wrong-on-purpose @seconds-3
  Scenario: An update that is wrong
    When the client sends "session.update" with
      """json
      {"event_id": "wrong", "session": {"instructions": "Be rude.", "tools": [{"type": "function"}]}}
      """
    Then the server sends "error"
    And the server does not send "session.updated" for 500 ms
    When the client sends "session.update" with
      """json
      {"session": {"turn_detection": {"type": "server_vad"}}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"tools": ["{any object}"]}}
      """

  @live-5.2-bad-base64 @wrong-on-purpose @seconds-2
  Scenario: Sound that cannot be read
    When the client sends "input_audio_buffer.append" with
      """json
      {"event_id": "unreadable", "audio": "%%%"}
      """
    Then the server sends "error"
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be brief."}}
      """
    Then the server sends "session.updated"

  @live-5.2-unknown-call @wrong-on-purpose @seconds-2
  Scenario: A result of a call that was never made
    When the client sends "conversation.item.create" with
      """json
      {"event_id": "nobody-asked", "item": {"type": "function_call_output", "call_id": "call-of-yesterday", "output": "foggy"}}
      """
    Then the server sends "error"
