Feature: Keys of the telephone
  Each key is an event, and the keys together become a text to the model: at the hash, after a while,
  or when the caller speaks. An app that also sends them as text makes the model hear them twice.

  Background:
    Given a call from "+15550100"
    And a session with server VAD

  @live-7.3
  Scenario: Keys that end with the hash are answered at once
    When the caller presses "4711#"
    Then the assistant says "Thank you. Your account is found."

  @live-7.3
  Scenario: Keys without the hash are answered after a while
    When the caller presses "2"
    Then the assistant says "Opening hours. We open at six."

  @live-7.3
  Scenario: Keys and then words are one turn
    When the caller presses "2"
    And the caller says "Opening hours, please."
    Then the assistant says "We open at six."
