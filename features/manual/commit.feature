Feature: Push to talk
  With manual turns the app decides when the user has finished. The commit alone brings the answer;
  an app that also asks for one must not get two.

  Scenario: A commit is a turn
    Given a session with manual turns
    When the user says "Is anybody there?"
    Then the server sends "input_audio_buffer.committed"
    And the assistant says "Yes, I am here."

  Scenario: A commit of nothing says nothing
    Given a session with manual turns
    When the client sends "input_audio_buffer.commit"
    And after 1 s
    And the user types "Did I say anything?"
    Then the assistant says "Not a word."
