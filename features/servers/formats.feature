Feature: Sound on the wire
  Telephones carry 8 kHz, slow lines no base64. What is asked for has to come, in every direction: sound of
  another format than the agreed one is heard as noise, or at the wrong speed.

  @seconds-5
  Scenario Outline: <title>
    Given a session with server VAD
    And the session is configured with
      """json
      {"instructions": "Answer in one word.", "audio": {
        "input": {"format": {"type": "<type>", "rate": <rate>}, "transport": "<transport>"},
        "output": {"format": {"type": "<type>", "rate": <rate>}, "transport": "<transport>"}}}
      """
    Then the server sends "session.updated" with
      """json
      {"session": {"audio": {"input": {"format": {"type": "<type>", "rate": <rate>}},
                             "output": {"format": {"type": "<type>", "rate": <rate>}}}}}
      """
    When the user speaks "Say yes."
    Then the assistant says "Yes."

    Examples:
      | title                     | type       | rate  | transport |
      | Sound of the telephone    | audio/pcmu | 8000  | json      |
      | Sound in binary frames    | audio/pcm  | 24000 | binary    |

    @not-in-openai-ga
    Examples:
      | title                     | type       | rate  | transport |
      | Sound of 16 kHz           | audio/pcm  | 16000 | json      |

    @opus @not-in-openai-ga
    Examples:
      | title                     | type       | rate  | transport |
      | Sound in Opus             | audio/opus | 24000 | json      |
