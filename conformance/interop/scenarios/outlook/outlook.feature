Feature: A typed question about the weather
  What a gateway's documented client asks, without ever configuring the session.

  Scenario: The weather is answered in words
    When the user types "What's the weather like?"
    Then the assistant says "It is sunny and warm today."

  Scenario: The weather is looked up first
    When the user types "What's the weather like?"
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
