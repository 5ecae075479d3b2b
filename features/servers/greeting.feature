Feature: What a server says first, and how it takes settings
  Nothing works before the session is there and its settings are told. Every rule about the greeting, the echo
  of settings and the ids of a session is judged here, and it costs no sound.

  @seconds-3
  Scenario: A greeting and several updates
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one word.",
       "audio": {"input": {"transcription": {"model": "grok-transcribe"}}}}
      """
    Then the server sends "conversation.created" with
      """json
      {"conversation": {"id": "{any string}"}}
      """
    And within 5 s, the server sends "session.updated" with
      """json
      {"session": {"instructions": "Answer in one word.", "turn_detection": {"type": "server_vad"}}}
      """
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Answer in two words."}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"instructions": "Answer in two words.", "turn_detection": {"type": "server_vad"}}}
      """
    When the client sends "session.update" with
      """json
      {"session": {"tools": [{"type": "function", "name": "get_time", "description": "Tells the time.",
                              "parameters": {"type": "object", "properties": {}}}]}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"instructions": "Answer in two words.", "tools": ["{any object}"]}}
      """
