Feature: Deltas go astray
  Sound and words come in pieces, and an app has to put them together whatever happens to a piece: one
  that is lost is a gap, one that comes twice must not be heard twice, and order counts.

  Scenario Outline: <title>
    Given a session with server VAD
    And <fault>
    When the user types "What is the weather?"
    Then the assistant says "It is foggy in Paris, and twelve degrees. Take a coat with you."
    When the user types "Thank you."
    Then the assistant says "You are welcome."

    Examples:
      | title                           | fault                                                                    |
      | A piece of sound is lost        | the next "response.output_audio.delta" is lost                           |
      | A piece of sound comes twice    | the next "response.output_audio.delta" comes twice                       |
      | Sound comes in the wrong order  | the next "response.output_audio.delta" comes after the one behind it     |
      | A piece of sound comes late     | the next "response.output_audio.delta" comes 400 ms late                 |
      | Sound comes in smaller pieces   | the next "response.output_audio.delta" comes in 5 pieces                 |
      | Sound comes in larger pieces    | the next "response.output_audio.delta" comes together with 2 more        |
      | Words come in smaller pieces    | the next "response.output_audio_transcript.delta" comes in 3 pieces      |
      | A piece of sound lacks a byte   | the next delta of sound lacks a byte                                     |
      | A piece of sound is broken off  | the next "response.output_audio.delta" is broken off                     |
      | Sound comes in a huge frame     | the next "response.output_audio.delta" comes in a frame of 2 MiB         |
      | Sound comes in many frames      | the next "response.output_audio.delta" comes in 4 frames                 |
