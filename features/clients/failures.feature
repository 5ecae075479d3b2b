Feature: Answers that fail
  An answer can fail as a whole, or never end. A client that waits for its sound waits for ever.

  Background:
    Given the session is configured with
      """json
      {"turn_detection": {"type": "server_vad"}}
      """

  Scenario: An answer that failed
    When the user says "Is it raining?"
    Then the server sends "response.created" with
      """json
      {"response": {"id": "failing", "object": "realtime.response", "status": "in_progress", "output": [], "status_details": null, "usage": {}}}
      """
    And the server sends "response.done" with
      """json
      {"response": {"id": "failing", "object": "realtime.response", "status": "failed", "output": [], "usage": {},
                    "status_details": {"type": "failed", "error": {"type": "server_error", "code": "internal_error", "message": "The model is not there."}}},
       "response_id": "failing", "usage": {}}
      """
    And the connection closes with 1000 "That is all."
