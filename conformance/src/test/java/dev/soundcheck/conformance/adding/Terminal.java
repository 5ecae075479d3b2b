package dev.soundcheck.conformance.adding;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Where the commands of a page are typed: {@code ./soundcheck} runs in this process, and of {@code
 * mvn} the tests that it is asked for, up to the first that fails. A server, whose command ends in
 * {@code &}, takes a free port and serves the clients below it until all is done.
 */
final class Terminal implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern ADDRESS = Pattern.compile("ws://[0-9.]+:\\d+/v1/realtime");
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Path root;
  private final URL[] places;
  private final List<StringWriter> screens = new ArrayList<>();
  private AddedClasses classes;
  private Optional<Thread> server = Optional.empty();
  private Optional<String> address = Optional.empty();

  /** In this copy of the project, with classes from these places. */
  Terminal(Path root, URL... places) {
    this.root = root;
    this.places = places.clone();
    this.classes = fresh();
  }

  /** What a class has read of files and properties it keeps, so those who write need new ones. */
  private AddedClasses fresh() {
    AddedClasses loader = new AddedClasses(places, Terminal.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  void types(String command) throws Exception {
    StringWriter screen = new StringWriter();
    screens.add(screen);
    Command typed = new Command(command, List.of());
    if (command.contains("-Dgolden=write")) {
      System.setProperty("golden", "write");
      for (String test : typed.tests()) {
        failures(test);
      }
      System.clearProperty("golden");
      classes = fresh();
    } else if (!typed.tests().isEmpty()) {
      Iterator<String> tests = typed.tests().iterator();
      while (tests.hasNext() && screen.getBuffer().isEmpty()) {
        screen.append(failures(tests.next()));
      }
    } else if (typed.script()) {
      screen.append(new Scripts(root, List.of(places)).printed(command));
    } else if (command.endsWith(" &")) {
      serve(words(command.substring(0, command.length() - 2)), screen);
    } else {
      soundcheck(words(command), screen);
    }
  }

  /** Whether no command has printed anything so far. */
  boolean quiet() {
    return screens.stream().allMatch(screen -> screen.getBuffer().isEmpty());
  }

  /** What each command has printed so far. */
  List<String> printed() {
    close();
    return screens.stream()
        .map(screen -> screen.toString().replace(root + File.separator, ""))
        .toList();
  }

  @Override
  public void close() {
    server.ifPresent(
        thread -> {
          thread.interrupt();
          Awaitility.await().atMost(SOON).until(() -> !thread.isAlive());
        });
  }

  private void serve(List<String> words, StringWriter screen) {
    List<String> own = new ArrayList<>(words);
    own.addAll(List.of("--port", "0"));
    Thread thread = new Thread(() -> soundcheck(own, screen), "served");
    thread.setContextClassLoader(classes);
    thread.setDaemon(true);
    thread.start();
    server = Optional.of(thread);
    Awaitility.await().atMost(SOON).until(() -> ADDRESS.matcher(screen.toString()).find());
    Matcher listening = ADDRESS.matcher(screen.toString());
    address = listening.find() ? Optional.of(listening.group()) : Optional.empty();
  }

  private void soundcheck(List<String> words, StringWriter screen) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    if (arguments.get(0).equals("talk")) {
      address.ifPresent(url -> arguments.addAll(List.of("--url", url)));
    }
    PrintWriter out = new PrintWriter(screen, true);
    try {
      Method run =
          Class.forName("dev.soundcheck.conformance.cli.Soundcheck", true, classes)
              .getMethod("run", PrintWriter.class, PrintWriter.class, Map.class, String[].class);
      run.invoke(null, out, out, Map.of("NO_COLOR", "1"), arguments.toArray(String[]::new));
    } catch (ReflectiveOperationException broken) {
      broken.printStackTrace(out);
    }
  }

  /** Traces lie in the copy. */
  private List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .map(word -> word.endsWith(".ndjson") ? root.resolve(word).toString() : word)
        .toList();
  }

  /** Nothing when all pass: {@code TheTest}, or {@code TheTest#some*} for some of its methods. */
  private String failures(String wanted) throws ClassNotFoundException {
    String[] parts = wanted.split("#", 2);
    Class<?> test = Class.forName(TestNames.whole(parts[0], places), true, classes);
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectors(test, parts)).execute();
    StringBuilder failures = new StringBuilder();
    results.allEvents().failed().stream().forEach(event -> failures.append(told(parts[0], event)));
    if (results.testEvents().started().count() == 0 && failures.isEmpty()) {
      failures.append("%s: no test ran%n".formatted(wanted));
    }
    return failures.toString();
  }

  private static DiscoverySelector[] selectors(Class<?> test, String... parts) {
    if (parts.length == 1) {
      return new DiscoverySelector[] {selectClass(test)};
    }
    String prefix = parts[1].replace("*", "");
    return Arrays.stream(test.getDeclaredMethods())
        .filter(method -> method.getName().startsWith(prefix) && tests(method))
        .map(method -> selectMethod(test, method))
        .toArray(DiscoverySelector[]::new);
  }

  private static boolean tests(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static String told(String test, Event event) {
    return "%s: %s: %s%n"
        .formatted(
            test,
            event
                .getTestDescriptor()
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseGet(() -> event.getTestDescriptor().getDisplayName()),
            event
                .getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .map(Throwable::toString)
                .orElse(""));
  }
}
