Feature: A session that nobody configures
  A first try: one sentence is typed as soon as the connection is open, and no session.update is ever sent.

  Scenario: Anything typed is answered
    When the user types anything
    Then the assistant says "It is sunny and warm today."

  Scenario: Anything typed is looked up first
    When the user types anything
    Then the assistant calls "get_weather" with
      """json
      {"city": "Paris"}
      """
