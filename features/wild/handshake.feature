Feature: At the door
  Is the model in the URL or in the session, is the token in a header or in a subprotocol, and is the server of
  this year or the last: pipecat-ai/pipecat#4401, gptme/gptme-contrib#692 and #756, sipsorcery-org/sipsorcery#1623,
  crmitchelmore/justspeaktoit#427. The answer to a wrong guess is a refusal, or a greeting of another version.

  @field-handshake
  Scenario: The key is not the one
    Given the server refuses the connection with 401
    When the user types "Let me in."
    Then the assistant says "You are in."

  @field-handshake
  Scenario: The team has no access
    Given the server refuses the connection with 403
    When the user types "Let me in."
    Then the assistant says "You are in."

  @field-handshake
  Scenario: The greeting is that of the first version
    Given the next "session.created" is lost
    And a session with server VAD
    When the user types "Is anybody there?"
    Then the assistant says "I am."
