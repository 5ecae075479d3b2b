package dev.soundcheck.conformance.cucumber.line;

import dev.soundcheck.script.Excerpt;
import io.cucumber.core.backend.TestCaseState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the features that Cucumber runs, wherever it found them.
 *
 * @param other who has to meet the lines of the other role
 */
record Features(Supplier<ClassLoader> classLoader, String other) {
  private static final String CLASSPATH = "classpath";

  /** The lines of ours in this scenario; none when there are none. */
  Optional<Script> script(TestCaseState scenario) {
    URI place = scenario.getUri();
    String shown = shown(place);
    return new Excerpt(shown, text(place), name -> beside(place, name))
        .at(scenario.getLine())
        .map(part -> new Script(shown, part, other));
  }

  private String text(URI place) {
    try (InputStream in = url(place).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(place + " cannot be read again", unreadable);
    }
  }

  private URL url(URI place) throws MalformedURLException {
    @Nullable URL found =
        CLASSPATH.equals(place.getScheme())
            ? classLoader.get().getResource(resource(place))
            : place.toURL();
    if (found == null) {
      throw new UncheckedIOException(new IOException(place + " is not on the class path any more"));
    }
    return found;
  }

  private Optional<Path> beside(URI place, String name) {
    try {
      URI feature = url(place).toURI();
      return "file".equals(feature.getScheme())
          ? Optional.of(Path.of(feature).resolveSibling(name)).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (MalformedURLException | URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static String shown(URI place) {
    return CLASSPATH.equals(place.getScheme()) ? resource(place) : Path.of(place).toString();
  }

  private static String resource(URI place) {
    return place.getSchemeSpecificPart().replaceFirst("^/", "");
  }
}
