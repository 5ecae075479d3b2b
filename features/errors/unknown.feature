Feature: An event from another protocol
  Clients made for a similar service send events that this one does not have. They are told so, and
  the session goes on.

  Scenario: An unknown event is refused
    Given a session with server VAD
    When the client sends the unknown event "session.rename"
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "code": "invalid_event"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
