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

  /** Values that are always the same. The command line makes one of each class. */
  private abstract static class Listed implements Iterable<String> {
    private final List<String> values;

    Listed(String... values) {
      this.values = List.of(values);
    }

    @Override
    public Iterator<String> iterator() {
      return values.iterator();
    }
  }

  static final class Times extends Listed {
    Times() {
      super("real", "virtual");
    }
  }

  static final class Sides extends Listed {
    Sides() {
      super("server", "client");
    }
  }

  static final class Policies extends Listed {
    Policies() {
      super("exact", "types", "lenient");
    }
  }

  static final class Modes extends Listed {
    Modes() {
      super("text", "audio", "idle");
    }
  }

  static final class Answers extends Listed {
    Answers() {
      super("text", "audio");
    }
  }

  static final class Transports extends Listed {
    Transports() {
      super("json", "binary");
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
