package dev.soundcheck.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes sentences in every voice for a judge to listen to, and prints what is measured of each
 * voice, tab by tab: name, wanted pitch and throat, measured pitch and throat, peak and mean level.
 *
 * <p>Arguments: a folder; how many sentences; voices, none for all and the recorded one.
 */
final class VoiceSection {
  /** What assistants say, numbers and times among it; the words are as they are said. */
  private static final List<String> SENTENCES =
      List.of(
          "Please leave a message after the tone and we will call you back tomorrow morning.",
          "Your order number four two seven will arrive on Friday at three thirty.",
          "I am sorry, I did not understand the question. Could you say it again?",
          "The meeting with your doctor was moved from Monday to Wednesday afternoon.",
          "There are two messages for you. Do you want to hear the first one now?",
          "Turn left after the bridge and follow the road for about five miles.",
          "Thank you for waiting. The next train to the city leaves in twenty minutes.",
          "The kitchen light is on, and the window in the bedroom is still open.",
          "Your account has a balance of four hundred and twelve dollars and six cents.",
          "It will be cold and windy in the evening, so take a warm coat with you.",
          "I found three restaurants near you that are open until midnight.",
          "The flight was cancelled because of the snow, but there is another one tonight.");

  private VoiceSection() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<String> sentences = SENTENCES.subList(0, Integer.parseInt(arguments[1]));
    List<String> names = List.of(arguments).subList(2, arguments.length);
    SpeakersTraits recorded = traits(SpokenVoice.embedded());
    for (String name : names.isEmpty() ? all() : names) {
      boolean own = name.equals("recorded");
      Voice voice = own ? SpokenVoice.embedded() : SpokenVoice.embedded().as(name);
      Timbre timbre = own ? Timbre.RECORDED : Timbre.of(name);
      write(folder, name, voice, sentences);
      SpeakersTraits heard = traits(voice);
      Levels levels = Levels.of(voice.speak(SENTENCES.get(0)));
      System.out.printf(
          "%s\t%.0f\t%.2f\t%.0f\t%.2f\t%.1f\t%.1f%n",
          name,
          timbre.pitch(),
          timbre.throat(),
          heard.pitch(),
          heard.throatAgainst(recorded),
          levels.peak(),
          levels.rms());
    }
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(List.of("recorded"));
    all.addAll(NamedVoicesTest.names());
    return all;
  }

  private static SpeakersTraits traits(Voice voice) {
    return SpeakersTraits.of(voice.speak(SENTENCES.get(0) + " " + SENTENCES.get(1)));
  }

  private static void write(Path folder, String name, Voice voice, List<String> sentences)
      throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      Path file = folder.resolve("%s-%d.wav".formatted(name, i));
      Wav.write(file, voice.speak(sentences.get(i)));
      list.append(file).append('\t').append(sentences.get(i)).append('\n');
    }
    Files.writeString(folder.resolve(name + ".tsv"), list);
  }
}
