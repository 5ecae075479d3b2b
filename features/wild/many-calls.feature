Feature: How many calls at once
  Nobody can say how many calls a machine bears, streamcoreai/streamcore-server#56 and VoiceBlender/voiceblender#133,
  and the first one too many meets a limit that no app has ever seen before: an answer that failed, and the door.

  @field-many-calls
  Scenario: One call too many
    Given the server has no session left
    Then the server sends "response.done" with
      """json
      {"response": {"status": "failed"}}
      """
    And the connection closes with 1000 "Too many concurrent sessions. Limit is 10."
