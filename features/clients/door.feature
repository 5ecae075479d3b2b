Feature: No way in
  Keys are wrong, teams have no access, and others have taken the last place. A client says so and ends; it must
  not knock for ever, nor take a refusal for an answer.

  @live-5.4
  Scenario Outline: The server refuses with <status>
    Given the server refuses the connection with <status>
    When the user says "Let me in."
    Then the assistant says "You are in."

    Examples:
      | status |
      | 401    |
      | 429    |

  @live-5.3
  Scenario: Too many sessions
    Given the server has no session left
    Then the server sends "response.done" with
      """json
      {"response": {"status": "failed"}}
      """
    And the connection closes with 1000 "Too many concurrent sessions. Limit is 10."
