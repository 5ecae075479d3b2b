package dev.soundcheck.audio;

import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.Arrays;
import java.util.List;

/** FreeTTS with its voice "kevin16". Not safe for many threads; takes 0.2 s to make. */
final class KevinVoice implements Speaker {
  static final int RATE = 16_000;

  private static final String NAME = "kevin16";

  /** Sounds are chosen before this stage gives them their lengths. */
  private static final String STAGE_OF_LENGTHS = "CARTDurator";

  private final Voice voice;
  private final CollectedSound sound = new CollectedSound();

  KevinVoice() {
    voice =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(known -> known.getName().equals(NAME))
            .findFirst()
            .orElseThrow();
    voice.setAudioPlayer(sound);
    // A queue at this moment keeps the voice from starting a thread; none afterwards makes it
    // play in the thread of the caller.
    voice.setOutputQueue(new OutputQueue());
    synchronized (Pronunciation.LOADING) {
      voice.allocate();
    }
    voice.setOutputQueue(null);
    keepToRecordedSounds();
  }

  // FreeTTS is older than type parameters.
  @SuppressWarnings("unchecked")
  private void keepToRecordedSounds() {
    List<UtteranceProcessor> stages = voice.getUtteranceProcessors();
    List<String> names = stages.stream().map(Object::toString).toList();
    stages.add(names.indexOf(STAGE_OF_LENGTHS), new SayablePhones());
  }

  /** Resonances are raised by speaking as much slower and lower as the samples then play faster. */
  @Override
  public Pcm speak(String text, Timbre timbre) {
    int rate = (int) Math.round(RATE * timbre.throat());
    double raised = rate / (double) RATE;
    voice.setPitch((float) (timbre.pitch() / raised));
    voice.setPitchRange((float) (timbre.range() / raised));
    voice.setDurationStretch((float) (raised / timbre.pace()));
    voice.speak(text);
    return Resampler.resample(new Pcm(sound.take(), rate), RATE);
  }
}
