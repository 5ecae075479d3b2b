Feature: Answers that an app asks for
  An app asks for an answer before its user said anything, tells in the request what to say, and takes it back.

  Scenario: An answer is asked for with nothing said
    When the client sends "response.create"
    Then the assistant says "Hello, what can I do for you?"

  Scenario: An answer is asked for with instructions
    When the client sends "response.create" with
      """json
      {"response": {"instructions": "Answer with this word alone: cinnamon"}}
      """
    Then the assistant says "Cinnamon."

  Scenario: The session's instructions hold in an answer with instructions
    When the client sends "session.update" with
      """json
      {"session": {"instructions": "You are called Ottilie."}}
      """
    And the client sends "response.create" with
      """json
      {"response": {"instructions": "You are called Ottilie.\nSay who you are."}}
      """
    Then the assistant says "This is Ottilie."

  Scenario: An answer that was asked for is heard
    When the client sends "response.create"
    Then the assistant says "Good morning, and welcome."

  Scenario: An answer is taken back while it comes
    Given the pace "real-time"
    When the client sends "response.create" with
      """json
      {"response": {"instructions": "Tell all there is to tell about lighthouses."}}
      """
    Then the assistant says "The first of them was a fire on a hill. Then came towers of stone with an iron basket on top, in which coal was burnt, and keepers who carried it up a hundred steps every night. Then came lamps with wicks, mirrors, and lenses as tall as a man, and at last the bulb that changes itself when it is broken, so that nobody lives there any more."
    When while the assistant is speaking, the client sends "response.cancel"
    Then the server sends "response.done" with
      """json
      {"response": {"status": "cancelled"}}
      """

  Scenario: Fixed words are spoken
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "force_message", "role": "assistant", "content": [{"type": "output_text", "text": "These words are fixed."}]}}
      """
    Then the server sends "response.output_audio_transcript.done" with
      """json
      {"transcript": "These words are fixed."}
      """
    And the client does not send "response.create" until "response.done"
