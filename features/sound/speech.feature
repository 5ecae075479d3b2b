Feature: How the assistant speaks
  A brand name that is spoken wrong embarrasses, and slow speech helps who learns a language.
  Both are settings of the session that change what is heard and not what is written.

  Scenario: A name spoken otherwise than it is written
    Given a session with server VAD
    And the session is configured with
      """json
      {"replace": {"xAI": "ex ay eye", "SQL": "sequel"}}
      """
    When the user types "Who are you?"
    Then the assistant says exactly "I am made by xAI, and I speak SQL."

  Scenario: Slow speech
    Given a session with server VAD
    And the session is configured with
      """json
      {"audio": {"output": {"speed": 0.7}}}
      """
    When the user types "Please speak slowly."
    Then the assistant says "I will take my time."

  Scenario: Sound that comes no faster than it is heard
    Given a session with server VAD
    And the pace "real-time"
    When the user types "Are you there?"
    Then the assistant says "Yes, I am."

  Scenario: Sound in small even pieces
    Given a session with server VAD
    And the pace "20ms/20ms"
    When the user types "Are you still there?"
    Then the assistant says "Of course."
