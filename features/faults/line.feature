Feature: A bad line
  Trains, lifts and crowded rooms: everything comes late, or drop by drop, and nothing is wrong with either
  side. An app should still be there when it comes.

  Background:
    Given a session with server VAD

  Scenario: Everything comes late
    Given everything comes 600 ms late
    When the user says "What is the weather?"
    Then the assistant says "It is foggy in Paris."

  Scenario: Everything comes drop by drop
    Given the line carries 64 KiB a second
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
