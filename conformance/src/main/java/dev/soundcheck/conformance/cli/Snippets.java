package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.hearing.Excerpt;
import dev.soundcheck.conformance.hearing.Flaw;
import dev.soundcheck.conformance.hearing.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sound around what is wrong with it, as a WAV file and a picture each; their names sort as they
 * stand in the trace.
 */
final class Snippets {
  private final Path folder;
  private final String trace;
  private final Map<String, Integer> named = new HashMap<>();

  private Snippets(Path folder, String trace) {
    this.folder = folder;
    this.trace = trace;
  }

  /**
   * Of one trace.
   *
   * @throws UncheckedIOException when the folder cannot be made
   */
  static Snippets in(Path folder, Path trace) {
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      throw unwritable(folder, refused);
    }
    return new Snippets(folder, trace.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
  }

  /**
   * Writes the sound of a flaw, where the trace has it.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  void keep(Flaw flaw) {
    flaw.excerpt()
        .filter(excerpt -> excerpt.sound().length() > 0)
        .ifPresent(excerpt -> write(name(flaw), excerpt));
  }

  private String name(Flaw flaw) {
    String name =
        String.format(Locale.ROOT, "%s.%07d.%s", trace, flaw.where().line(), flaw.kind().id());
    int before = named.merge(name, 1, Integer::sum) - 1;
    return before == 0 ? name : name + "." + (before + 1);
  }

  private void write(String name, Excerpt excerpt) {
    try {
      Wav.write(folder.resolve(name + ".wav"), excerpt.sound());
      Files.write(folder.resolve(name + ".png"), Picture.png(excerpt));
    } catch (IOException refused) {
      throw unwritable(folder.resolve(name + ".wav"), refused);
    }
  }

  private static UncheckedIOException unwritable(Path what, IOException why) {
    return new UncheckedIOException(
        "%s cannot be written: %s".formatted(what, why.getMessage()), why);
  }
}
