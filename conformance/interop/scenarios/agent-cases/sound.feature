Feature: Sound that an app sends
  An app sends what its microphone hears, and is told what the server made of it.

  Scenario: A tone is no turn
    Given a session with server VAD
    When the client sends "input_audio_buffer.append"
    And the client sends "input_audio_buffer.commit"

  Scenario: Speech is answered unasked
    Given a session with server VAD
    And the client does not send "response.create" until "response.done"
    When the user says "Is anybody there?"
    Then the assistant says "Yes, I am here."

  Scenario: Speech begins and ends
    Given a session with server VAD
    When the user says "Is the line open?"
    Then the assistant says "It is."

  Scenario: Speech is written down
    Given a session with server VAD
    When the user says "Will the weather hold in Paris?"
    Then the assistant says "Until the evening."
