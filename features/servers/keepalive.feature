Feature: A line that is kept open
  The service pings every ten seconds, so that proxies do not close a line on which nobody speaks. No client has
  to answer, and no server may take silence for absence.

  @not-in-documented @not-in-openai-ga @seconds-21
  Scenario: Three pings
    Given a session with server VAD
    Then the server sends "ping"
    And after 9500 ms
    And the server sends "ping"
    And after 9500 ms
    And the server sends "ping"
