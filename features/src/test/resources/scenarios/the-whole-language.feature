Feature: The whole language
  What no built-in feature says is said here, and played by both roles against each other.

  Scenario: Words of a server are compared
    Given a session with server VAD
    And the tool "get_time" with
      """json
      {"type": "object", "properties": {"zone": {"type": "string"}}}
      """
    And the session is configured with
      """json
      {"instructions": "Be brief."}
      """
    When the user says "How late is it?" from "question.wav"
    Then the assistant calls "get_time"
    When the client answers "get_time" with "a quarter past nine"
    Then the assistant says something containing "quarter"
    When the user speaks "And now?" from "question.wav"
    Then the assistant says "Still the same." from "answer.wav"
    When the user says anything
    Then the assistant says exactly "You said: {words}"

  Scenario: Events by their names
    Given a session with manual turns and the tool "get_time"
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "Be briefer."}}
      """
    Then the server sends "session.updated"
    When the client sends "response.create"
    Then the assistant says "Hello."
    And after 300 ms
    And the connection closes with 1011 "gone"

  Scenario: What was sent is remembered
    Given a patience of 5 s
    And a session with server VAD and the tool "get_time"
    When the client sends "conversation.item.create" with
      """json
      {"item": {"id": "item-1", "type": "message", "role": "system", "content": "{any array}"}}
      """
    And remember "item.id" as "first"
    And the client sends "response.create"
    Then the assistant says "You sent {first}."
    And remember "response.id" of "response.created" as "answer"
    When the user types "What answer was that?"
    Then the assistant calls "get_time" with
      """json
      {"answer": "{answer}", "about": "{first}"}
      """
    When the client answers "get_time" with "now"
    Then the assistant says exactly "It was {first}."

  Scenario: Lines in time
    Given a session with server VAD
    And the server does not send "response.created" until "conversation.item.create"
    When the user types "Tell me."
    And the client does not send "input_audio_buffer.append" until "response.created"
    Then within 2 s, the assistant says "It is a long, long, long story that goes on and on."
    And while the assistant is speaking, the server sends "ping"
    And 300 ms into the answer, the client sends "conversation.item.create" with
      """json
      {"item": {"type": "message"}}
      """
    When before "response.created", the user types "And then?"
    Then the assistant says "Then they lived happily."
    And the client does not send "response.create" for 500 ms
    And the server does not send "response.created" for 500 ms
    When the user stays silent for 1 s
    And the assistant says nothing for 300 ms
    And the user speaks anything
    Then the assistant says "A long and rather tedious answer that nobody wants to hear to its end."
    When the user interrupts after 300 ms with "Stop." from "question.wav"
    Then the assistant says "Good bye, and remember me to all of your friends."
    And 200 ms into the answer, the connection closes with 1011 "gone"

  Scenario: Again and again
    Given a session with server VAD
    When repeat 2 times
    And the user types "Number <time>"
    Then the assistant says exactly "You said number <time>."
    And end of repeat
    When repeat for each of
      | city  | air   |
      | Paris | foggy |
      | Rome  | clear |
    And the user types "How is the air in <city>?"
    Then the assistant says "It is <air>."
    And end of repeat
    When either the user types "yes"
    Then the assistant says "Good."
    When or the user types "no"
    Then the assistant says "Pity."
    And otherwise
    Then the assistant says "Yes or no?"
    And in any case
    When the client hangs up

  Scenario: A client that is bored
    Given a session with server VAD
    When the user types "Well?"
    Then the assistant says "Wait a moment, please, I have to look that up in the big book."
    When 200 ms into the answer, the client closes the connection with 4000 "bored"

  Scenario: A client that is gone
    Given a session with server VAD
    When the user types "Well?"
    Then the assistant says "Wait a moment, please, I have to look that up in the big book."
    When 200 ms into the answer, the client is cut off

  Scenario: A server that is gone
    Given a session with server VAD
    When the user types "Well?"
    Then the assistant says "Wait a moment, please, I have to look that up in the big book."
    But 200 ms into the answer, the connection breaks
