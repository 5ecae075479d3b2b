Feature: Everything that can go wrong
  Each fault of the catalogue has its phrase; here both roles go through all of them.

  Scenario: Before anything happens
    Given the server has no session left
    And the server refuses the connection with 429
    And the server greets after 300 ms
    And in 5 % of connections the fault "stall=2s"
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "Yes."

  Scenario: What is sent is wrong
    Given a session with server VAD
    Then the next tool call has broken arguments
    And the next tool call comes twice
    And the next item is added twice
    And the next answer has no sound
    And the next answer never ends
    And sound goes on after the next cancel
    And the next delta of sound lacks a byte
    And the next "response.output_audio_transcript.delta" is lost
    And the next "response.done" lacks "response.id"
    And the next "response.done" has null in "response.status"
    And the next "response.done" has the new member "surprise"
    And the next "response.done" is called "response.completed"
    And the server's clock jumps by -1 h
    And an event "session.surprise" comes that nobody knows
    When the user types "Is anybody there?"
    Then the assistant says "Yes."
    And nothing comes for 300 ms

  Scenario: What is sent is sent badly
    Given a session with server VAD
    Then the next "response.output_audio.delta" comes in 3 pieces
    And the next "response.output_audio.delta" comes together with 2 more
    And the next "response.output_audio.delta" comes twice
    And the next "response.output_audio.delta" comes after the one behind it
    And the next "response.output_audio.delta" comes 300 ms late
    And the next "response.output_audio.delta" is broken off
    And the next "response.output_audio.delta" comes in a frame of 64 KiB
    And the next "response.output_audio.delta" comes in 3 frames
    And everything comes 300 ms late
    And the line carries 64 KiB a second
    And the server falls silent
    And the connection goes dead
    And the fault "close=1011@response.output_audio.delta#3"
    When the user types "Is anybody there?"
    Then the assistant says "Yes."
    And the connection is reset

  Scenario: The connection breaks
    Given a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "Yes."
    And the connection breaks with 1006
