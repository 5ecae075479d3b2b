Feature: Pings
  No document names this event, and strict clients have crashed on it. It comes with the greeting and
  then every ten seconds, and nobody has to answer it.

  Scenario: A ping with the greeting and one ten seconds later
    Given a session with server VAD
    Then the server sends "ping"
    And after 10 s
    And the server sends "ping"
    When the user types "Are you still there?"
    Then the assistant says "I am."
