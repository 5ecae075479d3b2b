package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.client.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The answers as one WAV, one after another. */
final class AnswerFile {
  private AnswerFile() {}

  static void write(Optional<Path> file, List<Answer> answers) throws IOException {
    if (file.isPresent()) {
      Wav.write(file.orElseThrow(), joined(answers));
    }
  }

  /** At the rate of the first; without answers, a WAV without samples. */
  private static Pcm joined(List<Answer> answers) {
    Pcm all =
        new Pcm(
            new short[0],
            answers.stream()
                .findFirst()
                .map(first -> first.sound().rate())
                .orElse(AudioFormat.DEFAULT.rate()));
    for (Answer answer : answers) {
      Pcm sound = answer.sound();
      all = all.then(sound.rate() == all.rate() ? sound : Resampler.resample(sound, all.rate()));
    }
    return all;
  }
}
