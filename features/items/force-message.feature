Feature: Words put into the assistant's mouth
  An app lets the assistant say a fixed sentence. It is a turn by itself: an app that asks for an
  answer as well gets an error, or two answers.

  @live-2.11
  Scenario: A fixed sentence is spoken without being asked for
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "force_message", "role": "assistant", "content": [{"type": "output_text", "text": "This call is recorded."}]}}
      """
    Then the server sends "response.created"
    And after 4 s
    And the server sends "response.output_audio_transcript.done" with
      """json
      {"transcript": "This call is recorded."}
      """
    And the server sends "response.done"
