Feature: How long things take
  The live service speaks within a second of the question and acknowledges settings within one, too. An
  app that gives up earlier, or a gateway that holds events back, is not usable on the telephone.

  @live-2.1 @live-2.16
  Scenario: An answer begins soon after the question
    Given a session with server VAD
    Then within 5 s, the server sends "session.updated"
    When the user types "Is there a doctor?"
    Then within 5 s, the assistant says "She is on her way."
