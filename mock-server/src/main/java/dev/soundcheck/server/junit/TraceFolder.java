package dev.soundcheck.server.junit;

import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the traces of failed tests are kept: the configuration parameter {@code soundcheck.traces},
 * else {@code soundcheck} in the folder of the build.
 */
record TraceFolder(Path folder) {
  /** Characters; no file system takes more than 255 bytes, and some letters are four. */
  private static final int LONGEST = 50;

  private static final String PARAMETER = "soundcheck.traces";

  static TraceFolder of(ExtensionContext context) {
    return new TraceFolder(
        context
            .getConfigurationParameter(PARAMETER)
            .map(Path::of)
            .orElseGet(() -> buildFolder().resolve("soundcheck")));
  }

  /** Maven's, Gradle's, or that of the system. */
  private static Path buildFolder() {
    return Stream.of("target", "build")
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A file for each trace, named after the test; what an earlier run left there is replaced. */
  List<Path> keep(List<Trace> traces, ExtensionContext context) {
    String test = context.getRequiredTestClass().getSimpleName();
    String method = plain(context.getRequiredTestMethod().getName()) + display(context);
    List<Path> files = new ArrayList<>();
    for (Trace trace : traces) {
      Path file = folder.resolve(test).resolve(method + "-" + (files.size() + 1) + ".ndjson");
      keep(trace, file);
      files.add(file);
    }
    return files;
  }

  /** Invocations of one method differ in nothing but this. */
  private static String display(ExtensionContext context) {
    String id = context.getUniqueId();
    int invocation = id.lastIndexOf("invocation:#");
    return invocation < 0 ? "" : "-" + id.substring(invocation + "invocation:#".length());
  }

  private static String plain(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}_-]+", "");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }

  private static void keep(Trace trace, Path file) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written", unwritable);
    }
    try (TraceWriter writer = TraceWriter.create(file, trace.header())) {
      trace.seen().forEach(writer::write);
    }
  }
}
