Feature: What an answer looks like
  The wire is not what the documents print: another order at the end, members that are missing, and
  counts beside the response. Parsers written from the documents read zeros, or break.

  @live-2.2 @live-8.1-usage @live-8.1-metadata @live-8.1-part @live-8.1-order
  Scenario: The events of a typed turn in their order
    Given a session with server VAD
    When the user types "Good morning."
    Then the assistant says "Good morning to you."
    And the server sends "response.created" with
      """json
      {"response": {"status": "in_progress", "metadata": "{absent}", "status_details": "unimplemented"}}
      """
    And the server sends "response.output_item.added" with
      """json
      {"item": {"role": "assistant", "content": "{absent}"}}
      """
    And the server sends "response.content_part.added" with
      """json
      {"part": {"type": "audio", "transcript": ""}, "previous_item_id": "0"}
      """
    And the server sends "response.output_audio.delta"
    And the server sends "response.output_audio_transcript.done"
    And the server sends "response.content_part.done" with
      """json
      {"part": "{absent}"}
      """
    And the server sends "response.output_audio.done"
    And the server sends "response.output_item.done"
    And the server sends "response.done" with
      """json
      {
        "response": {"status": "completed", "usage": {"total_tokens": "{absent}"}},
        "usage": {"total_tokens": "{any number}", "input_token_details": {"grok_tokens": 0}}
      }
      """
