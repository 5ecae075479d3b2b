package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.Vocabulary;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The values that a shell offers for options, and that a mistyped one is compared with. */
final class Choices {
  private Choices() {}

  static final class Times implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("real", "virtual").iterator();
    }
  }

  static final class Sides implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("server", "client").iterator();
    }
  }

  static final class Policies implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("exact", "types", "lenient").iterator();
    }
  }

  static final class Modes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("text", "audio", "idle").iterator();
    }
  }

  static final class Answers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("text", "audio").iterator();
    }
  }

  static final class Transports implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("json", "binary").iterator();
    }
  }

  static final class Events implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(EventType.values()).map(EventType::wire).iterator();
    }
  }

  static final class Faults implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(FaultKind.values()).map(FaultKind::word).iterator();
    }
  }

  /** Those that come with the program; a shell cannot know a reader's own. */
  static final class Scenarios implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Repertoire.builtIn(Vocabulary.UNHEARD).programs().stream()
          .map(Program::name)
          .iterator();
    }
  }
}
