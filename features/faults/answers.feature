Feature: Answers that are not whole
  Some answers never finish, some have words and no sound, and some go on after they were given up. An app
  that waits for the last event of each one hangs; one that trusts it plays what nobody wants to hear.

  Background:
    Given a session with server VAD

  Scenario: An answer has words and no sound
    Given the next answer has no sound
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    When the user types "Thank you."
    Then the assistant says "You are welcome."

  Scenario: An answer never ends
    Given the next answer never ends
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    When the user types "Thank you."
    Then the assistant says "You are welcome."

  Scenario: Sound goes on after a cancel
    Given sound goes on after the next cancel
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning and stops everywhere. The next one leaves at half past five and does not stop before the border. From six on there is one every ten minutes until nine, then one every twenty minutes until four in the afternoon, and after that every ten minutes again until midnight. On Sundays none of them goes, and on the first of May there is music on the platform."
    When the client cancels after 500 ms
    Then the server sends "response.done" with
      """json
      {"response": {"status": "cancelled"}}
      """
    When the user types "Only the last one, please."
    Then the assistant says "The last train leaves at midnight."

  Scenario: The stream stalls in the middle of an answer
    Given the fault "stall=1s@response.output_audio.delta#2"
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris, and twelve degrees. Take a coat with you."
    When the user types "Thank you."
    Then the assistant says "You are welcome."
