Feature: A telephone call is answered
  The app hears of a call by webhook, joins it by its id and never sees the caller's sound. Apps that
  send their own microphone, or wait for sound that they would have sent, stay silent on the phone.

  Background:
    Given a call from "+15550100" to "+15550199"
    And the SIP header "X-Account" is "4711"
    And a session with server VAD

  @live-7.3
  Scenario: A caller is greeted and asks something
    When the client sends "response.create"
    Then the assistant says "Good morning, this is the bakery."
    When the caller says "Do you still have rye bread?"
    Then the assistant says "Two loaves are left."
    When the caller hangs up

  @live-7.3
  Scenario: A caller breaks in
    When the caller says "When do you open?"
    Then the assistant says "We open at six in the morning from Monday to Friday, at seven on Saturdays, and on Sundays and holidays we stay closed, but you can leave your order on this line at any time of the day, and somebody will call you back as soon as the ovens are hot."
    When the caller interrupts after 800 ms with "Thank you, that is enough."
    Then the assistant says "Goodbye."
