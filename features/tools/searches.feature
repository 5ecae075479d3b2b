Feature: Searches on the server's side
  The service searches by itself, and the app hears of it only by waiting: no event comes, the answer
  takes longer. An app that gives up after two seconds of silence hangs up on a working assistant.

  @live-2.14
  Scenario: A search that nobody sees
    Given a session with server VAD
    And the server may search the web
    When the user types "Who won yesterday?"
    Then the assistant says "Let me look."
    And the assistant searches the web for 2 s
    And the assistant says "The home team, by two to one."
