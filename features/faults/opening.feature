Feature: A bad beginning
  In 5 of 90 probes the live service opened the socket and then said nothing. Others were refused, or told
  that there are too many sessions. An app needs a limit for the first event, and a way to try again.

  @live-5.5
  Scenario: The server opens and says nothing
    Given the server falls silent
    Then nothing comes for 3 s

  Scenario: The server greets late
    Given the server greets after 2 s
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am, at last."

  @live-5.3
  Scenario: The server has no session left
    Given the server has no session left
    Then the server sends "response.done" with
      """json
      {"response": {"status": "failed"}}
      """
    And the connection closes with 1000 "Too many concurrent sessions. Limit is 10."

  @live-5.4
  Scenario Outline: The server refuses the connection with <status>
    Given the server refuses the connection with <status>
    When the user types "Let me in."
    Then the assistant says "You are in."

    Examples:
      | status |
      | 401    |
      | 403    |
      | 429    |
