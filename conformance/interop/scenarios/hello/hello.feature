Feature: Hello
  Programs that connect, say a word, and are content with any answer: they set up no session and have no tool.

  Scenario: A client connects
    Then the server sends "conversation.created"

  Scenario: A client connects with parameters
    Then the server sends "conversation.created"

  Scenario: Hi is said back
    When the user types "Say hi back to me!"
    Then the assistant says "Hi there."

  Scenario: A greeting is answered
    When the user types anything
    Then the assistant says "Hello, how can I help you?"

  Scenario: A question is answered at once
    When the user types "What's the weather like?"
    Then the assistant says "It is sunny and warm today."
