package dev.soundcheck.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md names what is there: classes and their members, and every room. */
final class ArchitecturePageTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final String OURS = "dev.soundcheck.";
  private static final Pattern TYPE = Pattern.compile("`((?:[A-Z]\\w*[.])*[A-Z]\\w*[a-z]\\w*)`");
  private static final Pattern MEMBER =
      Pattern.compile("`((?:[A-Z]\\w*[.])*[A-Z]\\w*[a-z]\\w*)[.]([a-z]\\w*)(?:\\(\\))?`");
  private static final Pattern HAND = Pattern.compile("\\| `([a-z.]+)` \\| `(\\w+)[.](\\w+)` .*");
  private static final Pattern ROOM = Pattern.compile("\\| `([a-z.]+)` \\| .*");

  /** Not ours, or no class. */
  private static final Set<String> OTHERS = Set.of("Duration", "Then");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new NoTestJars())
          .importPackages("dev.soundcheck");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("ARCHITECTURE.md"));
  }

  private static List<String> section(String title) throws IOException {
    return page()
        .lines()
        .dropWhile(line -> !line.equals("## " + title))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .toList();
  }

  @Test
  void every_class_that_is_named_is_there() throws IOException {
    List<String> named = TYPE.matcher(page()).results().map(span -> span.group(1)).toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named)
        .filteredOn(name -> !OTHERS.contains(name))
        .allSatisfy(name -> assertThat(classes(name)).as(name).isNotEmpty());
  }

  @Test
  void every_member_that_is_named_is_there() throws IOException {
    List<MatchResult> named = MEMBER.matcher(page()).results().toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            span ->
                assertThat(classes(span.group(1)))
                    .as(span.group())
                    .anyMatch(owner -> has(owner, span.group(2))));
  }

  @Test
  void every_hand_on_a_path_is_in_its_room() throws IOException {
    List<String> rows =
        Stream.concat(
                section("The path of one audio chunk").stream(),
                section("The path of one scenario line").stream())
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(30);
    for (String row : rows) {
      Matcher hand = HAND.matcher(row);
      assertThat(hand.matches()).as(row).isTrue();
      assertThat(classes(hand.group(2)))
          .as(row)
          .anyMatch(
              owner ->
                  owner.getPackageName().equals(OURS + hand.group(1)) && has(owner, hand.group(3)));
    }
  }

  @Test
  void the_table_has_every_room_and_no_other() throws IOException {
    Set<String> rooms =
        section("Rooms").stream()
            .map(ROOM::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> packages =
        CLASSES.stream()
            .map(one -> one.getPackageName().substring(OURS.length()))
            .map(name -> name.startsWith("conformance.rule.") ? "conformance.rule" : name)
            .collect(Collectors.toCollection(TreeSet::new));
    packages.add("listener"); // not on the class path of this module

    assertThat(rooms).isEqualTo(packages);
  }

  private static List<JavaClass> classes(String name) {
    return CLASSES.stream()
        .filter(one -> ("." + one.getName().replace('$', '.')).endsWith("." + name))
        .toList();
  }

  private static boolean has(JavaClass owner, String member) {
    return owner.getMembers().stream().anyMatch(one -> one.getName().equals(member));
  }
}
