Feature: The session is over
  No session lasts for ever, and an app that keeps a line open over lunch learns that from an error just
  before the close. It has to tell that from a failure, and begin anew only when its user comes back.

  Scenario: The session has lasted for as long as it may
    Given a session with server VAD
    And a session that lasts at most 8 s
    When the user types "Do I have a minute?"
    Then the assistant says "Not quite."
    And the server sends "error" with
      """json
      {"error": {"type": "max_duration", "code": "max_duration"}}
      """
    And the connection closes with 1000 "The session has lasted 8 s, the longest that it may."

  Scenario: The client is quiet for too long
    Given a session with server VAD
    And a session that ends after 3 s without anything from the client
    When the user types "I have to think."
    Then the assistant says "Take your time."
    And the server sends "error" with
      """json
      {"error": {"type": "timeout", "code": "timeout"}}
      """
    And the connection closes with 1000 "Nothing came from the client for 3 s; the session ends."
