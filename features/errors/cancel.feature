Feature: Cancel too late
  An answer is often over just before the cancel arrives. The error that comes back is harmless, and a
  client that takes it for the end of the session loses the call.

  Scenario: Nothing is there to cancel
    Given a session with server VAD
    When the client sends "response.cancel"
    Then the server sends "error" with
      """json
      {"error": {"message": "Cancellation failed: no active response found"}}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."
