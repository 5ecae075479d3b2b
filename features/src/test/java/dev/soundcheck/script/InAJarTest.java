package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in features are found in a jar, where folders cannot be listed (issue 2, point 5). */
final class InAJarTest {
  private static final String SPOKEN =
      "Feature: F\n  Scenario: Recorded\n    * the user says \"Hi.\" from \"hi.wav\"\n";

  @TempDir Path folder;

  @Test
  void features_and_the_recordings_beside_them_are_found_in_a_jar() throws Exception {
    Path classes =
        Path.of(Repertoire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<URL> urls = new ArrayList<>(List.of(jar(classes).toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (!Path.of(entry).equals(classes)) {
        urls.add(url(entry));
      }
    }
    try (var loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> repertoire = loader.loadClass(Repertoire.class.getName());
      Object builtIn = repertoire.getMethod("builtIn").invoke(null);
      List<?> programs = (List<?>) repertoire.getMethod("programs").invoke(builtIn);
      assertThat(programs).hasSize(Repertoire.builtIn().programs().size() + 1);
      Method sources = loader.loadClass(BuiltIn.class.getName()).getDeclaredMethod("sources");
      sources.setAccessible(true);
      assertThat((List<?>) sources.invoke(null))
          .last()
          .asString()
          .contains("features/recorded/hi.feature");
    }
  }

  private static URL url(String entry) throws MalformedURLException {
    return Path.of(entry).toUri().toURL();
  }

  private Path jar(Path classes) throws IOException, URISyntaxException {
    Path file = folder.resolve("features.jar");
    String inside = BuiltIn.FOLDER.substring(1);
    try (OutputStream out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path one : walk.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(one);
        if (one.endsWith("index.txt")) {
          bytes =
              (Files.readString(one) + "recorded/hi.feature\n").getBytes(StandardCharsets.UTF_8);
        }
        add(jar, classes.relativize(one).toString(), bytes);
      }
      add(jar, inside + "recorded/hi.feature", SPOKEN.getBytes(StandardCharsets.UTF_8));
      add(jar, inside + "recorded/hi.wav", new byte[16_000]);
    }
    return file;
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
