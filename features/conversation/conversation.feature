Feature: A conversation without a script
  Somebody who points an app here for the first time wants to be answered before having written
  anything, for as many turns as they like. This is what is played when no scenario is named.

  Rule: Whatever is said is answered

    Scenario: Nothing yet
      When the client sends "response.create"
      Then the assistant says "Hello. Say something, or type it, and I will answer."

    Scenario: Speech
      When the user speaks "These words stand for whatever was said."
      Then the assistant says "I heard you speak for {seconds} seconds. Please go on."

    Scenario: Text
      When the user types anything
      Then the assistant says "You typed: {words}"
