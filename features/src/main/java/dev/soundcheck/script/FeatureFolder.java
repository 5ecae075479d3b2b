package dev.soundcheck.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The features in a folder of the user's. */
final class FeatureFolder {
  private static final String ENDING = ".feature";

  /** Some editors put it before the first letter; Gherkin takes it for one. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Set<FileVisitOption> LINKS_TOO = EnumSet.of(FileVisitOption.FOLLOW_LINKS);

  private static final Set<String> SKIPPED = Set.of("target", "src");

  private FeatureFolder() {}

  /**
   * All features in the folder and below, in the order of their names.
   *
   * @throws ScriptException when it is no folder, or has none
   */
  static List<FeatureSource> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "a file" : "nothing";
      throw new ScriptException(
          List.of("%s: expected a folder with features, got %s".formatted(folder, what)));
    }
    List<FeatureSource> sources = files(folder).stream().map(file -> source(folder, file)).toList();
    if (sources.isEmpty()) {
      throw new ScriptException(
          List.of("%s: expected files that end in %s, got none".formatted(folder, ENDING)));
    }
    return sources;
  }

  static boolean isFeature(String file) {
    return file.endsWith(ENDING);
  }

  /**
   * One feature; its topic is the name of the file.
   *
   * @throws ScriptException when it cannot be read
   */
  static FeatureSource source(Path file) {
    return source(file.resolveSibling(""), file);
  }

  private static FeatureSource source(Path folder, Path file) {
    Path inside = folder.relativize(file);
    String first = inside.getName(0).toString();
    String topic =
        inside.getNameCount() > 1 ? first : first.substring(0, first.length() - ENDING.length());
    return new FeatureSource(
        file.toString(), Spelling.slug(topic), text(file), name -> beside(folder, file, name));
  }

  /**
   * The file that a feature names, seen from its own folder; empty when there is none, or can be
   * none. A feature may be a stranger's, so what lies outside the folder of the features is none,
   * whatever dots and links lead there; a feature that is itself linked to from elsewhere has what
   * lies beside it there.
   */
  static Optional<Path> beside(Path folder, Path feature, String name) {
    try {
      Path file = feature.resolveSibling(name);
      Path real = file.toRealPath();
      boolean inside =
          real.startsWith(folder.toRealPath())
              || real.startsWith(feature.toRealPath().resolveSibling(""));
      return Optional.of(file).filter(it -> inside && Files.isRegularFile(it));
    } catch (InvalidPathException | IOException notThere) {
      return Optional.empty();
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ScriptException(
          List.of("%s:1:1: expected text in UTF-8, got bytes that are not".formatted(file)));
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static ScriptException unreadable(Path path) {
    return new ScriptException(
        List.of("%s: expected a feature that can be read, got one that cannot".formatted(path)));
  }

  private static List<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(folder, LINKS_TOO, Integer.MAX_VALUE, new Collector(folder, found));
    } catch (IOException e) {
      throw new ScriptException(
          List.of(
              "%s: expected a folder whose files can be listed, got one that cannot (%s)"
                  .formatted(folder, e.getMessage())));
    }
    return found.stream().sorted().toList();
  }

  /** Walks past hidden folders and those of builds and sources. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Collector(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped = !folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isFeature(file.toString())) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A link to a folder around it leads to nothing new. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
