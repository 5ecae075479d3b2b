Feature: A typed request for a refund
  The first turn that the guide's own program takes: one sentence, typed, with a tool at hand.

  Scenario: The refund is answered in words
    When the user types "I want a refund for my last invoice."
    Then the assistant says "I am sorry about that. Your refund is on its way."

  Scenario: The request is classified before it is answered
    Given a session with server VAD and the tool "classify_intent"
    When the user types "I want a refund for my last invoice."
    Then the assistant says "Let me see who can help."
    And the assistant calls "classify_intent" with
      """json
      {"text": "I want a refund for my last invoice."}
      """
    When the client answers "classify_intent" with "billing_refund"
    Then the assistant says "This is for billing. They will refund you today."
