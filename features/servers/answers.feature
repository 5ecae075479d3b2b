Feature: Answers that the client asks for by name
  Apps ask for an answer of their own and know it by the metadata that comes back with it. Without the echo
  they wait ten seconds and give up. Words that the app puts into the assistant's mouth are an answer too.

  @live-8.1-metadata @seconds-4
  Scenario: An answer with metadata
    Given a session with server VAD
    When the client sends "response.create" with
      """json
      {"response": {"instructions": "Say hello.", "metadata": {"purpose": "greeting"}}}
      """
    Then the assistant says "Hello."
    And the server sends "response.created" with
      """json
      {"response": {"metadata": {"purpose": "greeting"}}}
      """
    And the server sends "response.done" with
      """json
      {"response": {"status": "completed", "metadata": {"purpose": "greeting"}}}
      """

  @live-2.11 @seconds-4
  Scenario: A sentence of the client in the assistant's voice
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "force_message", "role": "assistant", "content": [{"type": "output_text", "text": "This call is recorded."}]}}
      """
    Then the server sends "response.created"
    And the server sends "response.output_audio.delta"
    And the server sends "response.output_audio_transcript.done"
    And the server sends "response.done" with
      """json
      {"response": {"status": "completed"}}
      """
