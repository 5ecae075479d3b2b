Feature: A setting out of range
  A slider in an app that goes further than the service does must not cost the call, and the app has to
  find out which of its settings was the wrong one.

  Scenario: A speed that is out of range
    When the client sends "session.update" with
      """json
      {"session": {"audio": {"output": {"speed": 2}}}}
      """
    Then the server sends "error" with
      """json
      {"error": {"type": "invalid_request_error", "param": "session.audio.output.speed"}}
      """
