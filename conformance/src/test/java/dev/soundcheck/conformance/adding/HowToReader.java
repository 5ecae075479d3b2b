package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page. A step begins with {@code ## 1. Title}; a line {@code New file `path`:} or {@code
 * In `path`:} says what the block below it is, and a block of the second kind is a diff without
 * numbers, whose parts are kept apart by {@code @@}. {@code Forgotten:} has what the build says
 * then. A block of {@code console} has commands and what they print: those of a step, or those that
 * show below {@code ## It works} that it does.
 */
final class HowToReader {
  private static final Pattern STEP = Pattern.compile("## \\d\\. (.+)");
  private static final Pattern TARGET = Pattern.compile("(New file|In) `([^`]+)`.*:");
  private static final Pattern SPAN = Pattern.compile("`` (.+?) ``|`([^`]+)`");

  private final String name;
  private final List<String> lines;
  private final List<Step> steps = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private String title = "";
  private int at;

  private HowToReader(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  static HowTo read(Path page) {
    try {
      String name = page.getFileName().toString().replace(".md", "");
      return new HowToReader(name, Files.readAllLines(page)).whole();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private HowTo whole() {
    Matcher target = TARGET.matcher("");
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher step = STEP.matcher(line);
      if (step.matches() || line.startsWith("## ")) {
        endStep();
        title = step.matches() ? step.group(1) : "";
      } else if (line.startsWith("```")) {
        block(target);
        target = TARGET.matcher("");
      } else if (line.startsWith("Forgotten: ")) {
        SPAN.matcher(line)
            .results()
            .forEach(span -> complaints.add(span.group(1) == null ? span.group(2) : span.group(1)));
      } else if (TARGET.matcher(line).matches()) {
        target = TARGET.matcher(line);
      }
    }
    endStep();
    return new HowTo(name, steps, commands);
  }

  private void endStep() {
    if (!title.isEmpty()) {
      steps.add(new Step(title, changes, commands, complaints));
      changes.clear();
      commands.clear();
      complaints.clear();
    }
  }

  private void block(Matcher target) {
    int begun = at++;
    String fence = lines.get(begun).replaceFirst("[^`].*", "");
    List<String> inside = new ArrayList<>();
    for (; at < lines.size() && !lines.get(at).equals(fence); at++) {
      inside.add(lines.get(at));
    }
    if (target.matches() && target.group(1).equals("In")) {
      replaced(name + ".md:" + (begun + 1), target.group(2), inside);
    } else if (target.matches()) {
      changes.add(new Change.Created(target.group(2), String.join("\n", inside) + "\n"));
    } else if (lines.get(begun).equals("```console")) {
      typed(inside);
    } else {
      throw new AssertionError(
          "%s.md:%d: expected a line 'New file `path`:' or 'In `path`:' above this block, found '%s'"
              .formatted(name, begun + 1, lines.get(begun)));
    }
  }

  private void replaced(String place, String file, List<String> diff) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : diff) {
      if (line.equals("@@")) {
        changes.add(new Change.Replaced(place, file, before.toString(), after.toString()));
        before.setLength(0);
        after.setLength(0);
      } else {
        String text = line.isEmpty() ? "" : line.substring(1);
        if (!line.startsWith("+")) {
          before.append(text).append('\n');
        }
        if (!line.startsWith("-")) {
          after.append(text).append('\n');
        }
      }
    }
    changes.add(new Change.Replaced(place, file, before.toString(), after.toString()));
  }

  private void typed(List<String> inside) {
    List<String> prints = new ArrayList<>();
    String line = "";
    for (String one : inside) {
      if (one.startsWith("$ ")) {
        add(line, prints);
        line = one.substring(2);
      } else {
        prints.add(one);
      }
    }
    add(line, prints);
  }

  private void add(String line, List<String> prints) {
    if (!line.isEmpty()) {
      commands.add(new Command(line, prints));
      prints.clear();
    }
  }
}
