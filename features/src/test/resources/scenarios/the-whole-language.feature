Feature: The whole language
  What no built-in feature says is said here, and played by both roles against each other.

  Scenario: Words of a server are compared
    Given a session with server VAD
    And the tool "get_time" with
      """json
      {"type": "object", "properties": {"zone": {"type": "string"}}}
      """
    And the session is configured with
      """json
      {"instructions": "Be brief."}
      """
    When the user says "How late is it?" from "question.wav"
    Then the assistant calls "get_time"
    When the client answers "get_time" with "a quarter past nine"
    Then the assistant says something containing "quarter"
    When the user speaks "And now?" from "question.wav"
    Then the assistant says "Still the same." from "answer.wav"
    When the user says anything
    Then the assistant says exactly "You said: {words}"

  Scenario: Events by their names
    Given a session with manual turns and the tool "get_time"
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be briefer."}}
      """
    Then the server sends "session.updated"
    When the client sends "response.create"
    Then the assistant says "Hello."
    And after 300 ms
    And the connection closes with 1011 "gone"
