package dev.soundcheck.listener;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataBlocker;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What English sounds like: the model, its dictionary, and what it looks at in sound. */
final class Acoustics {
  private static final int RATE = 16_000;
  private static final String MODELS = "/edu/cmu/sphinx/models/en-us/";

  /** They tell everything they do; whoever is told by the JVM's log must not be told that. */
  private static final List<Logger> CHATTY =
      Stream.of("edu.cmu.sphinx", "dev.soundcheck.listener", "AutoCepstrum", "BatchCMN")
          .map(Logger::getLogger)
          .toList();

  private final UnitManager units = new UnitManager();
  private final AcousticModel model;
  private final Dictionary dictionary;
  private final Queued sound = new Queued();
  private final FrontEnd front;

  Acoustics() {
    CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
    try {
      Sphinx3Loader loader =
          new Sphinx3Loader(folder(MODELS + "en-us/mdef"), units, 0, 1e-7f, 1e-4f, 4, true);
      model = new TiedStateAcousticModel(loader, units, true);
      model.allocate();
      dictionary =
          new Dictionary(
              resource(MODELS + "cmudict-en-us.dict"), resource(MODELS + "en-us/noisedict"), units);
      dictionary.allocate();
      front = front(loader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The model of English cannot be read.", unreadable);
    }
  }

  /** As the model was trained with. */
  private FrontEnd front(Sphinx3Loader loader) throws IOException {
    FrontEnd made =
        new FrontEnd(
            List.of(
                sound,
                new DataBlocker(10),
                new Preemphasizer(0.97),
                new RaisedCosineWindower(0.46, 25.625f, 10),
                new DiscreteFourierTransform(-1, false),
                new AutoCepstrum(loader),
                new BatchCMN(),
                new DeltasFeatureExtractor(3),
                new FeatureTransform(loader)));
    made.initialize();
    return made;
  }

  private static URL folder(String file) throws MalformedURLException {
    String there = resource(file).toString();
    return new URL(there.substring(0, there.lastIndexOf('/')));
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Acoustics.class.getResource(name), name);
  }

  UnitManager units() {
    return units;
  }

  AcousticModel model() {
    return model;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** What the model looks at, a hundredth of a second each, with its beginning and its end. */
  List<Data> features(Pcm speech) {
    sound.put(
        List.of(
            new DataStartSignal(RATE),
            new DoubleData(audible(Resampler.resample(speech, RATE)), RATE, 0),
            new DataEndSignal(0)));
    List<Data> features = new ArrayList<>();
    for (Data next = front.getData(); next != null; next = front.getData()) {
      features.add(next);
    }
    return features;
  }

  /** Digital silence has no logarithm; the noise in its place is the same each time. */
  private static double[] audible(Pcm sound) {
    Random noise = new Random(sound.length());
    double[] samples = new double[sound.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sound.samples()[i] + 2 * noise.nextGaussian();
    }
    return samples;
  }
}
