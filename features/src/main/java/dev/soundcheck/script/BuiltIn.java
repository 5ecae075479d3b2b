package dev.soundcheck.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The features on the class path; an index names them, because a jar's folders cannot be listed.
 */
final class BuiltIn {
  static final String FOLDER = "/dev/soundcheck/features/";
  static final String INDEX = FOLDER + "index.txt";

  private BuiltIn() {}

  static List<FeatureSource> sources() {
    return text(INDEX).lines().filter(line -> !line.isBlank()).map(BuiltIn::source).toList();
  }

  private static FeatureSource source(String path) {
    int slash = path.indexOf('/');
    String topic = path.substring(0, slash);
    return new FeatureSource(
        "features/" + path,
        topic,
        text(FOLDER + path),
        name ->
            Optional.ofNullable(BuiltIn.class.getResource(FOLDER + topic + "/" + name))
                .map(BuiltIn::path));
  }

  private static String text(String resource) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing; build the project again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path into the jar itself; its file system stays open as long as the class path does. */
  private static Path path(URL resource) {
    try {
      URI uri = resource.toURI();
      return uri.getScheme().equals("jar") ? Path.of(opened(uri)) : Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(resource.toString(), e);
    }
  }

  private static URI opened(URI uri) {
    try {
      FileSystem opened = FileSystems.newFileSystem(uri, Map.of());
      assert opened.isOpen();
    } catch (FileSystemAlreadyExistsException already) {
      return uri;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return uri;
  }
}
