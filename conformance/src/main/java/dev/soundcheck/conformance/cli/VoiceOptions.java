package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.audio.VoiceFolder;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose voice speaks. */
@Command
final class VoiceOptions {
  @Option(
      names = "--voices",
      paramLabel = "DIR",
      description =
          "Play the WAV files of this folder where they have the words, by their names or its words.txt (default: a synthesizer speaks).")
  private Optional<Path> folder = Optional.empty();

  void into(ServerOptionsBuilder options) {
    folder.ifPresent(options::voices);
  }

  /** The voice of a client; what is missing in the folder is told there. */
  Voice voice(PrintWriter complaints) {
    try {
      return folder
          .<Voice>map(dir -> VoiceFolder.open(dir, SpokenVoice.embedded(), complaints::println))
          .orElseGet(SpokenVoice::embedded);
    } catch (AudioException noFolder) {
      throw new WrongUse("--voices: %s.".formatted(noFolder.getMessage()));
    }
  }
}
