Feature: A connection that says nothing
  One connection in eighteen was let in and never greeted. Clients that wait for the greeting without a
  limit hang for ever; here it comes in the end, long after a patient client has given up.

  @live-5.5
  Scenario: The socket opens and nothing comes for a while
    Given the server greets after 5 s
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "Yes, at last."
