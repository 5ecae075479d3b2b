Feature: Events that are not as they should be
  Clients that read events with strict types stop at the first one that is otherwise, and the call is lost
  for a member that nobody needed. What an app does not know it should leave alone.

  Scenario Outline: <title>
    Given a session with server VAD
    And <fault>
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris."
    When the user types "Thank you."
    Then the assistant says "You are welcome."

    Examples:
      | title                         | fault                                                                           |
      | An event lacks a member       | the next "response.output_item.done" lacks "item.status"                        |
      | An event has null in a member | the next "response.done" has null in "usage"                                    |
      | An event has a new member     | the next "response.created" has the new member "response.mood"                  |
      | An event has another name     | the next "response.output_audio.done" is called "response.audio.done"           |
      | An event comes twice          | the next "response.output_item.done" comes twice                                |
      | An event is lost              | the next "response.content_part.done" is lost                                   |
      | An event is broken off        | the next "response.output_audio_transcript.done" is broken off                  |
      | An event is unknown           | an event "session.mood" comes that nobody knows                                 |
      | The clock jumps               | the server's clock jumps by -1 h                                                |
