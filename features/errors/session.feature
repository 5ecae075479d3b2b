Feature: A wrong session update
  Half an update is worse than none: when one setting is wrong the error comes, and the session stays
  as it was, here with the server finding the turns.

  Scenario: A wrong update changes nothing
    Given a session with server VAD
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be brief.", "turn_detection": "loud"}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error"}}
      """
    When the user says "Do you still hear when I stop?"
    Then the assistant says "I do."
