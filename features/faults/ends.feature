Feature: The connection ends
  Servers restart, proxies lose patience, and radio masts are out of sight. The end of a connection comes with
  a code, without one, or not at all, and mostly in the middle of something.

  Background:
    Given a session with server VAD

  Scenario: The connection closes in the middle of an answer
    Given the fault "close=1011:restarting@response.output_audio.delta#3"
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris, and twelve degrees. Take a coat with you."
    And the connection closes with 1011 "restarting"

  Scenario: The connection is dropped in the middle of an answer
    Given the fault "close=1006@response.output_audio.delta#3"
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris, and twelve degrees. Take a coat with you."
    And the connection breaks

  Scenario: The connection is reset after an answer
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    And the connection is reset

  Scenario: The connection is dropped after an answer
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    And the connection breaks with 1006

  Scenario: The connection goes dead after an answer
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    And the connection goes dead
    And nothing comes for 2 s

  Scenario: The server falls silent after an answer
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    And the server falls silent
    And nothing comes for 2 s
