Feature: Turns that the client ends
  With push to talk the app says when the user has finished, and its commit is the turn. A commit or a clear of
  nothing is no turn, and nobody must be answered who has not said anything.

  @not-in-documented @seconds-4
  Scenario: A turn by commit
    Given a session with manual turns
    And the session is configured with
      """json
      {"instructions": "Answer in one word."}
      """
    When the user speaks "Say yes."
    Then the server sends "input_audio_buffer.committed"
    And the assistant says "Yes."

  @seconds-4
  Scenario: Nothing to answer
    Given a session with manual turns
    When the client sends "input_audio_buffer.commit"
    Then the assistant says nothing for 1 s
    And the server does not send "error" for 1 s
    When the client sends "input_audio_buffer.append" with
      """json
      {"audio": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
      """
    And the client sends "input_audio_buffer.clear"
    Then the server sends "input_audio_buffer.cleared"
    And the assistant says nothing for 500 ms
    When the client sends "input_audio_buffer.clear"
    Then the server sends "input_audio_buffer.cleared"
