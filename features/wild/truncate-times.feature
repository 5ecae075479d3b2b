Feature: Truncation at the wrong time
  Apps that measure with the clock on the wall ask to keep more than was spoken; apps that were interrupted
  before they played anything ask to keep nothing: pipecat-ai/pipecat#2106 and #931,
  openai/openai-agents-python#4122 and #2009, twilio-samples/speech-assistant-openai-realtime-api-python#45.

  @field-truncate
  Scenario Outline: The app truncates a finished answer <where>
    Given a session with server VAD
    When the user types "Read me the timetable."
    Then the assistant says "The first train leaves at five past five."
    And the server sends "response.output_item.done"
    And remember "item.id" as "answer"
    When the client sends "conversation.item.truncate" with
      """json
      {"item_id": "{answer}", "content_index": 0, "audio_end_ms": <end>}
      """
    Then the server sends "conversation.item.truncated" with
      """json
      {"item_id": "{answer}", "audio_end_ms": <end>, "transcript": "<kept>"}
      """
    When the user types "Are you still there?"
    Then the assistant says "I am."

    Examples:
      | where              | end      | kept                                      |
      | far behind its end | 86400000 | The first train leaves at five past five. |
      | at its very start  | 0        |                                           |

  @field-truncate
  Scenario: The app truncates to zero before the first frame came
    Given a session with server VAD
    When the client sends "conversation.item.create" with
      """json
      {"item": {"type": "force_message", "id": "notice", "role": "assistant", "content": [{"type": "output_text", "text": "This call is recorded."}]}}
      """
    And the client sends "conversation.item.truncate" with
      """json
      {"event_id": "cut", "item_id": "notice", "content_index": 0, "audio_end_ms": 0}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "event_id": "cut"}}
      """
    And after 4 s
    And the server sends "response.output_audio_transcript.done" with
      """json
      {"transcript": "This call is recorded."}
      """
    And the server sends "response.done"
