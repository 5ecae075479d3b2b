Feature: Barge-in
  People talk over a voice that goes on too long. The app has to stop playing at once, forget what it
  has not played, and take the new turn.

  Scenario: The user breaks into a long answer
    Given a session with server VAD
    When the user says "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road, and ten million more around it. It was a town of fishermen first, then a Roman one, and for a thousand years the seat of kings. Today people come for its museums, its bread, its bridges, and the tower that was meant to stand for twenty years only."
    When the user interrupts after 800 ms with "Thank you, that is enough."
    Then the assistant says "As you like."
