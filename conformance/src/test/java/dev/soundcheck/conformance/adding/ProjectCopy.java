package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * As much of the project as a page and its tests need, in a folder of its own.
 *
 * @param page what is done in it
 * @param root its top
 * @param classes what is compiled of it, with its resources
 */
record ProjectCopy(HowTo page, Path root, Path classes) {
  static final Path PROJECT =
      Path.of(System.getProperty("soundcheck.root", "..")).toAbsolutePath().normalize();

  /** Tests read these folders themselves. */
  private static final List<String> READ = List.of("features", "docs");

  private static final List<String> READ_BY_RULES =
      List.of("recordings", "conformance/src/test/resources/dev/soundcheck/conformance/rule");

  private static final String INTEROP = "conformance/interop";

  private static final Pattern RESOURCE = Pattern.compile("(\\S+/src/(main|test)/resources)/(.+)");
  private static final Pattern FEATURE = Pattern.compile("features/([^/]+/[^/]+\\.feature)");

  /** A copy in which nothing is done yet. */
  static ProjectCopy of(HowTo page, Path folder) {
    ProjectCopy copy = new ProjectCopy(page, folder.resolve("project"), folder.resolve("classes"));
    copy.make();
    return copy;
  }

  private void make() {
    if (!classes.toFile().mkdirs()) {
      throw new AssertionError("%s: expected a new folder, found one".formatted(classes));
    }
    READ.forEach(this::copied);
    if (page.touches("conformance/src/main/resources")) {
      READ_BY_RULES.forEach(this::copied);
    }
    if (page.touches(INTEROP)) {
      copied(INTEROP);
    }
    page.files().stream().filter(file -> Files.exists(PROJECT.resolve(file))).forEach(this::copied);
  }

  private void copied(String place) {
    copy(PROJECT.resolve(place), root.resolve(place));
  }

  /** The sources that the page makes or changes, where they are there. */
  List<Path> sources() {
    return page.files().stream()
        .filter(file -> file.endsWith(".java"))
        .map(root::resolve)
        .filter(Files::exists)
        .toList();
  }

  /**
   * Puts the resources that the page makes or changes, and their neighbours, beside the classes.
   */
  void placeResources() {
    for (String file : page.files()) {
      Matcher resource = RESOURCE.matcher(file);
      if (resource.matches() && resource.group(2).equals("main")) {
        copy(PROJECT.resolve(resource.group(1)), classes);
      }
    }
    for (String file : page.files()) {
      Matcher resource = RESOURCE.matcher(file);
      Matcher feature = FEATURE.matcher(file);
      if (resource.matches()) {
        copy(root.resolve(file), classes.resolve(resource.group(3)));
      } else if (feature.matches()) {
        copy(root.resolve(file), classes.resolve("dev/soundcheck/features/" + feature.group(1)));
      }
    }
  }

  /** Copies a file or a folder, without what is built in it; what is not there leaves nothing. */
  private static void copy(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        Path inside = from.relativize(one);
        if (!inside.startsWith("target")) {
          Path place = inside.toString().isEmpty() ? to : to.resolve(inside);
          Files.createDirectories(place.getParent());
          Files.copy(one, place, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
