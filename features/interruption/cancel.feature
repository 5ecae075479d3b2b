Feature: Cancel
  An app with a stop button ends an answer without a word from the user, and the next turn has to
  work as if nothing had happened.

  Scenario: The client cancels a long answer
    Given a session with server VAD
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five in the morning and stops everywhere. The next one leaves at half past five and does not stop before the border. From six on there is one every ten minutes until nine, then one every twenty minutes until four in the afternoon, and after that every ten minutes again until midnight."
    When the client cancels after 800 ms
    Then the server sends "response.done" with
      """json
      {"response": {"status": "cancelled"}}
      """
    When the user types "Only the last one, please."
    Then the assistant says "The last train leaves at midnight."
