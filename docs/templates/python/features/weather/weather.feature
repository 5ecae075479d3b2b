Feature: The weather app
  What the service says and does while the app is tested. Each scenario is played to one test.

  Background:
    Given a session with server VAD and the tool "get_weather"
    And a patience of 10 s

  Scenario: A greeting
    When the client sends "response.create"
    Then the assistant says "Hello. Which city shall I look up?"
    And the client hangs up

  Scenario: A tool call with a spoken preamble
    When the user says "What is the weather in Paris?"
    Then the assistant says "Let me check."
    And the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
    When the client answers "get_weather" with "foggy, 12 degrees"
    Then the assistant says "It is foggy and twelve degrees in Paris."
    And the client hangs up

  Scenario: A user who breaks in
    Given the pace "real-time"
    When the user says "How was this year?"
    Then the assistant says "In January it snowed, and the river froze. In February it rained, and the snow went. In March it rained on. In April there were four fine days, and after them it rained. In May the lilac came, and hail, and the lilac went. In June it was warm at last, and so it stayed until the autumn."
    When while the assistant is speaking, the user speaks "Thank you, that is enough."
    And the client does not send "response.create" until "response.done"
    Then the assistant says "As you like."
    And the client hangs up
