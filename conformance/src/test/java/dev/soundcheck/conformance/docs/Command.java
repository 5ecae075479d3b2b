package dev.soundcheck.conformance.docs;

import dev.soundcheck.conformance.docs.Page.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that a document shows.
 *
 * @param where the document and the line
 * @param block the document and the line of the block that it stands in
 * @param text without what is said behind {@code #}; on one line
 * @param status the exit status that is promised there; 0 if none is
 */
record Command(String where, String block, String text, int status) {
  private static final String OURS = "(\\./)?soundcheck";
  private static final Pattern STATUS = Pattern.compile("#.*exit status (\\d)");
  private static final Pattern A_COMMAND =
      Pattern.compile(
          "((\\./)?soundcheck|curl|mvn|\\.ci/(?!common)\\w+|(docs|audio|mock-server|conformance)/[\\w/]+/(run|check|compare))( .*)?");

  /** All of a document: those in blocks without a kind or of a shell, and those in sentences. */
  static List<Command> in(Page page) {
    return Stream.concat(
            page.snippets().stream().filter(Command::isShell).flatMap(it -> in(it).stream()),
            page.spans().stream()
                .filter(span -> A_COMMAND.matcher(span.text()).matches())
                .map(span -> alone(page.file() + ":" + span.line(), span.text())))
        .toList();
  }

  /** One that stands by itself. */
  static Command alone(String where, String text) {
    return new Command(where, where + " " + text, text, 0);
  }

  /** Each line of a block, with those that it goes on in. */
  static List<Command> in(Snippet block) {
    List<Command> all = new ArrayList<>();
    List<String> lines = block.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String text = withoutRemark(lines.get(i));
      if (lines.get(i).startsWith(" ")) {
        Command begun = all.remove(all.size() - 1);
        all.add(new Command(begun.where(), block.where(), begun.text() + " " + text, 0));
      } else {
        all.add(
            new Command(
                block.file() + ":" + (block.line() + 1 + i),
                block.where(),
                text,
                promised(lines.get(i))));
      }
    }
    return all;
  }

  static boolean isShell(Snippet block) {
    return block.kind().isEmpty() || block.kind().equals("sh");
  }

  /** Whether it is one of this program's. */
  boolean isOurs() {
    return text.matches(OURS + "( .*)?");
  }

  /** Whether a sentence only speaks of it, as of {@code soundcheck verify}, and nobody types it. */
  boolean isMention() {
    return isOurs() && text.matches("soundcheck( [a-z]+)*( --[a-z-]+)?");
  }

  /** What is given to this program. */
  String arguments() {
    return text.replaceFirst(OURS + " ?", "");
  }

  private static int promised(String line) {
    return STATUS
        .matcher(line)
        .results()
        .findFirst()
        .map(it -> Integer.parseInt(it.group(1)))
        .orElse(0);
  }

  private static String withoutRemark(String line) {
    return line.replaceFirst("\\s+#.*$", "").strip();
  }
}
