package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The launcher in a project of its own, with a Maven and a Java that only tell what they were asked
 * (issue 2: builds on first use or when sources are newer, quietly, saying so in one line).
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class LauncherTest {
  /** Counts its calls, takes a while, and makes the jar. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>"$PROJECT/maven-was-asked"
      read -t 0.3 nothing </dev/tty 2>/dev/null
      [ ! -f "$PROJECT/broken" ] || { echo "[ERROR] it does not compile"; exit 1; }
      mkdir -p conformance/target && echo jar >conformance/target/soundcheck.jar
      mkdir -p audio/listener/target && echo jar >audio/listener/target/soundcheck-listener.jar
      """;

  /** What the launcher may ask of any Unix; no flock, which macOS does not have. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cp",
          "date",
          "dirname",
          "env",
          "find",
          "head",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "touch",
          "tr");

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in *warm-up*) exit 1 ;; esac
      echo "java $@"
      """;

  @TempDir Path folder;

  private Path project = Path.of("");

  @BeforeEach
  void make_a_project() throws IOException {
    project = folder.resolve("a project");
    write("bin/mvn", MAVEN);
    write("jdk/bin/java", JAVA);
    write("jdk/bin/javac", "#!/bin/sh\n");
    write("jdk/release", "JAVA_VERSION=\"17.0.15\"\n");
    write("pom.xml", "<project/>");
    write("conformance/src/main/Main.java", "class Main {}");
    Path launcher = Path.of(System.getProperty("soundcheck.root", "..")).resolve("soundcheck");
    write("soundcheck", Files.readString(launcher));
  }

  /** The archive is made behind the launcher, by a process that outlives it and writes here. */
  @AfterEach
  void let_what_works_behind_end() {
    await().atMost(Duration.ofSeconds(20)).until(() -> running().isEmpty());
  }

  private List<String> running() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }

  @Test
  void the_first_use_builds_and_says_so_in_one_line() throws Exception {
    Ran ran = launch("serve", "--port", "0");

    assertThat(ran.err()).isEqualTo("Building Soundcheck (first use, about a minute)…\n");
    assertThat(ran.out())
        .startsWith("java ")
        .contains("-XX:TieredStopAtLevel=1")
        .endsWith(" serve --port 0\n");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void the_second_use_builds_nothing_and_says_nothing() throws Exception {
    launch("--version");
    Ran ran = launch("--version");

    assertThat(ran.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void newer_sources_are_built_again() throws Exception {
    launch("--version");
    Path source = project.resolve("conformance/src/main/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    Ran ran = launch("--version");

    assertThat(ran.err()).isEqualTo("Building Soundcheck (sources are newer)…\n");
    assertThat(builds()).hasSize(2);
  }

  /** docs/decisions/listener.md: built when it is first asked for. */
  @Test
  void who_wants_to_listen_gets_the_listener_beside_the_program() throws Exception {
    launch("serve");
    Ran first = launch("serve", "--listen");
    Ran second = launch("serve", "--listen");

    assertThat(first.err())
        .isEqualTo("Building the listener (its models are 40 MB to download, once)…\n");
    assertThat(second.err()).isEmpty();
    assertThat(second.out())
        .contains("/soundcheck.jar:")
        .endsWith(
            "/soundcheck-listener.jar dev.soundcheck.conformance.cli.Soundcheck serve --listen\n");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void two_launchers_at_once_build_once() throws Exception {
    Process one = start("--version");
    Process other = start("--version");

    assertThat(finished(one).status()).isZero();
    assertThat(finished(other).status()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void two_launchers_at_once_build_once_where_there_is_no_flock() throws Exception {
    for (String tool : TOOLS) {
      write("tools/" + tool, "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(tool));
    }
    ProcessBuilder launcher = process(project.resolve("soundcheck").toString(), "--version");
    launcher.environment().put("PATH", project.resolve("bin") + ":" + project.resolve("tools"));
    Process one = launcher.start();
    Process other = launcher.start();

    assertThat(finished(one).status()).isZero();
    assertThat(finished(other).status()).isZero();
    assertThat(builds()).hasSize(1);
  }

  /** docs/performance.md: a load wants speed, everybody else an early start. */
  @Test
  void the_command_chooses_the_flags_of_the_jvm() throws Exception {
    assertThat(launch("load", "--sessions", "5").out()).contains("-XX:+UseParallelGC");
    assertThat(launch("serve", "--busy").out())
        .contains("-XX:+UseParallelGC")
        .doesNotContain("TieredStopAtLevel");
    assertThat(launch("serve").out())
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn16m")
        .doesNotContain("UseParallelGC");
    assertThat(launch("talk", "--say", "load").out()).doesNotContain("UseParallelGC", "-Xmn");
  }

  /** The archive is made behind; where that fails once it would fail at every start. */
  @Test
  void an_archive_that_cannot_be_made_is_not_tried_again() throws Exception {
    write("jdk/bin/java", JAVA.replace("exit 1", "echo tried >>\"$PROJECT/tried\"; exit 1"));
    launch("--version");
    Path launcher = project.resolve("conformance/target/launcher");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> files(launcher).anyMatch(name -> name.endsWith(".jsa.failed")));
    for (int again = 0; again < 5; again++) {
      launch("--version"); // what the one before began has time to be seen
    }

    assertThat(Files.readAllLines(project.resolve("tried"))).hasSize(1);
  }

  @Test
  void a_build_that_fails_shows_its_log() throws Exception {
    write("broken", "");
    Ran ran = launch("--version");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("[ERROR] it does not compile", "Building Soundcheck failed; the log above is ");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void it_works_through_a_symbolic_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("soundcheck"));
    Ran ran = finished(process(link.toString(), "--version").start());

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).endsWith(" --version\n");
  }

  @Test
  void words_with_spaces_arrive_whole() throws Exception {
    write("jdk/bin/java", "#!/bin/sh\nfor last; do :; done\nprintf '<%s>' \"$last\"\n");

    assertThat(launch("talk", "--say", "two  words").out()).isEqualTo("<two  words>");
  }

  /** A command line is there for all to see (SECURITY.md). */
  @Test
  void what_the_environment_holds_stays_out_of_the_command_line() throws Exception {
    ProcessBuilder launcher = process(project.resolve("soundcheck").toString(), "talk");
    launcher.command().addAll(List.of("--key", "env:OWN_KEY"));
    launcher.environment().putAll(Map.of("XAI_API_KEY", "s3cret-one", "OWN_KEY", "s3cret-two"));
    Ran ran = finished(launcher.start());

    assertThat(ran.out()).endsWith(" talk --key env:OWN_KEY\n").doesNotContain("s3cret");
  }

  @Test
  void an_old_java_is_named_with_what_is_needed() throws Exception {
    write("jdk/release", "JAVA_VERSION=\"11.0.2\"\n");
    Ran ran = launch("--version");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("Soundcheck needs Java 17 or newer;", "is 11.0.2. Set JAVA_HOME to a newer one.");
  }

  @Test
  void without_java_it_says_what_to_install() throws Exception {
    Files.delete(project.resolve("jdk/bin/java"));
    Ran ran = launch("--version");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("Soundcheck needs Java 17 or newer; found none in JAVA_HOME=");
  }

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::toString).toList().stream();
    }
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(project.resolve("maven-was-asked"));
  }

  private Ran launch(String... args) throws IOException, InterruptedException {
    return finished(start(args));
  }

  private Process start(String... args) throws IOException {
    return process(project.resolve("soundcheck").toString(), args).start();
  }

  private ProcessBuilder process(String launcher, String... args) {
    ProcessBuilder process = new ProcessBuilder(launcher);
    process.command().addAll(List.of(args));
    process.directory(folder.toFile());
    process.environment().put("PROJECT", project.toString());
    process.environment().put("JAVA_HOME", project.resolve("jdk").toString());
    process.environment().merge("PATH", "", (path, none) -> project.resolve("bin") + ":" + path);
    return process;
  }

  private static Ran finished(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), out, err);
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
