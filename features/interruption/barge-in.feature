Feature: Barge-in
  People talk over a voice that goes on too long. The app has to stop playing at once, forget what it
  has not played, and take the new turn.

  Scenario: The user breaks into a long answer
    Given a session with server VAD
    When the user says "Tell me all about Paris."
    Then the assistant says "Paris is the capital of France and lies on the river Seine. About two million people live inside its ring road, and ten million more around it. It was a town of fishermen first, then a Roman one, and for a thousand years the seat of kings. Today people come for its museums, its bread, its bridges, and the tower that was meant to stand for twenty years only."
    When the user interrupts after 800 ms with "Thank you, that is enough."
    Then the assistant says "As you like."

  Scenario: Barge-in while the assistant is speaking
    Given a session with server VAD
    When the user says "What is there to see in Rome?"
    And the client does not send "response.create" until "response.done"
    Then the assistant says "In Rome you can see the Colosseum, the Forum and the Pantheon, which are all within a walk of each other. Across the river there is a castle that was a tomb, and behind it the largest church of the world. And if you still can walk after that, there are the fountains, the stairs, the gardens, and the catacombs along the old road to the south."
    When while the assistant is speaking, the user says "Only one of them, please."
    Then within 5 s, the assistant says "Then see the Pantheon."
