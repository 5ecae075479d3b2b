Feature: A call is handed on
  The app transfers a call over HTTP and waits until the other end has answered. When that fails the
  call goes on, and an app that has already said goodbye leaves its caller in silence.

  Background:
    Given a call from "+15550100"
    And a session with server VAD

  @live-7.3
  Scenario: A transfer succeeds
    When the caller says "Connect me to the office, please."
    Then the assistant says "One moment."
    When the client transfers the call to "tel:+15550123"

  @live-7.3
  Scenario: The other end is busy
    When the client transfers the call to "tel:+15550123"
    Then the transfer rings for 2 s
    And the transfer is rejected: "SIP 486 Busy"
    When the caller says "Hello?"
    Then the assistant says "They are busy. Can I help you?"

  @live-7.3
  Scenario: A transfer that nobody answers
    When the client transfers the call to "sip:office@carrier.example"
    Then the transfer times out
    When the caller says "Hello?"
    Then the assistant says "I am still here."

  @live-7.3
  Scenario: A transfer that breaks
    When the client transfers the call to "sip:office@carrier.example"
    Then the transfer fails
    When the caller says "Hello?"
    Then the assistant says "I am still here."

  @live-7.3
  Scenario: A transfer without a caller
    When the client transfers the call to "sip:office@carrier.example"
    Then the transfer finds no caller
    When the caller says "Hello?"
    Then the assistant says "I am still here."

  @live-7.3
  Scenario: The app hangs up
    When the caller says "That is all, thank you."
    Then the assistant says "Goodbye."
    When the client hangs up the call
