package dev.soundcheck.conformance.adding;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what a page changes, as strictly as the build does, against what the build has made. */
final class Compiling {
  /** As in the project's pom.xml; Error Prone is left to the build of whoever follows a page. */
  private static final List<String> STRICT =
      List.of("--release", "17", "-Xlint:all,-processing,-classfile", "-Werror", "-proc:none");

  private static final List<String> MODULES =
      List.of("schemas", "audio", "features", "mock-server", "conformance");

  private Compiling() {}

  /** Where the build keeps its classes and its tests, module by module. */
  static List<Path> built() {
    List<Path> folders =
        MODULES.stream()
            .map(module -> ProjectCopy.PROJECT.resolve(module).resolve("target"))
            .flatMap(target -> Stream.of(target.resolve("classes"), target.resolve("test-classes")))
            .toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new AssertionError(
            "%s: expected the classes of the build, found nothing; build with -am"
                .formatted(folder));
      }
    }
    return folders;
  }

  /** What the compiler has against it; empty when the classes are made. */
  static String of(ProjectCopy copy) {
    List<Path> sources = copy.sources();
    if (sources.isEmpty()) {
      return "";
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  said,
                  options(copy),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return done
          ? ""
          : said.getDiagnostics().stream()
              .map(one -> one.toString())
              .collect(Collectors.joining("\n"));
    } catch (java.io.IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
  }

  private static List<String> options(ProjectCopy copy) {
    String path =
        Stream.concat(
                built().stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator));
    return Stream.concat(
            STRICT.stream(), Stream.of("-d", copy.classes().toString(), "-classpath", path))
        .toList();
  }
}
