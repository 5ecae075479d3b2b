Feature: Sound on the wire
  Apps that carry calls want the codec of their network, and apps on slow lines want no base64.
  Each way of carrying sound has to be heard as well as the usual one.

  Scenario: Opus both ways
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"input": {"format": {"type": "audio/opus", "rate": 24000}},
                 "output": {"format": {"type": "audio/opus", "rate": 24000}}}}
      """
    When the user speaks "Can you hear me?"
    Then the assistant says "Loud and clear."

  Scenario: Telephone sound both ways
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"input": {"format": {"type": "audio/pcmu", "rate": 8000}},
                 "output": {"format": {"type": "audio/pcma", "rate": 8000}}}}
      """
    When the user speaks "Can you hear me?"
    Then the assistant says "Like on the telephone."

  Scenario: Binary frames both ways
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"input": {"format": {"type": "audio/pcm", "rate": 16000}, "transport": "binary"},
                 "output": {"format": {"type": "audio/pcm", "rate": 16000}, "transport": "binary"}}}
      """
    When the user speaks "Can you hear me?"
    Then the assistant says "Loud and clear, in frames of bytes."
    And the server sends "response.done" with
      """json
      {"response": {"status": "completed"}}
      """

  Scenario: Frames from the next answer on
    When the user types "Speak slowly, please."
    Then the assistant says "I am speaking, and this answer goes on as it began."
    When the client sends "session.update" with
      """json
      {"session": {"audio": {"output": {"transport": "binary"}}}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"audio": {"output": {"transport": "binary"}}}}
      """
    When the user types "And now?"
    Then the assistant says "Now in frames of bytes."
