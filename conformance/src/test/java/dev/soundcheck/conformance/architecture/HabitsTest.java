package dev.soundcheck.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.soundcheck.server.api.KeyDigest;
import java.io.ObjectInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Habits of all rooms: what no class does, with the reason. */
@AnalyzeClasses(
    packages = "dev.soundcheck",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
final class HabitsTest {
  private static final String[] PURE = {
    "dev.soundcheck.schemas..",
    "dev.soundcheck.audio..",
    "dev.soundcheck.script..",
    "dev.soundcheck.server.session..",
    "dev.soundcheck.server.profile..",
    "dev.soundcheck.server.play..",
    "dev.soundcheck.conformance.rule.."
  };

  /** Where a time of day is written down: the beginning of a trace, a report, an event. */
  private static final Set<String> STAMPING =
      Set.of(
          "dev.soundcheck.server.House",
          "dev.soundcheck.conformance.proxy.Recordings",
          "dev.soundcheck.conformance.cli.TalkCommand",
          "dev.soundcheck.conformance.cli.TestClientCommand",
          "dev.soundcheck.conformance.cli.TestServerCommand",
          "dev.soundcheck.conformance.cucumber.caller.Conversation");

  @ArchTest
  static final ArchRule the_time_of_day_is_only_for_stamps =
      noClasses()
          .that(describe("stamp nothing", it -> !STAMPING.contains(it.getFullName())))
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .because("it jumps; what takes time is measured by the clock that does not");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class)
          .because("a sleep is a guess; time is injected and waiting is for something");

  @ArchTest
  static final ArchRule pure_rooms_have_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("whoever calls them says what time it is, so that a test can");

  @ArchTest
  static final ArchRule pure_rooms_start_no_thread =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.Executor.class)
          .because("they are functions on values; threads live at the edge");

  @ArchTest
  static final ArchRule pure_rooms_do_not_log =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat(not(resideInAnyPackage("org.slf4j..", "java.util.logging..")))
          .because("the trace is their log");

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses()
          .that(not(resideInAPackage("dev.soundcheck.conformance.cli..")))
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because("a library that prints cannot be used quietly");

  @ArchTest
  static final ArchRule keys_are_compared_in_one_place =
      noClasses()
          .that(not(equivalentTo(KeyDigest.class)))
          .and()
          .doNotHaveSimpleName("SecretSeal")
          .should()
          .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
          .because(
              "KeyDigest compares digests, so that the length of a key does not show either;"
                  + " SecretSeal compares signatures, which are all of one length");

  @ArchTest
  static final ArchRule and_there_in_constant_time =
      classes()
          .that(equivalentTo(KeyDigest.class))
          .or()
          .haveSimpleName("SecretSeal")
          .should()
          .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
          .because("the time of any other comparison tells how much of a key was right");

  @ArchTest
  static final ArchRule who_holds_keys_compares_nothing_itself =
      noClasses()
          .that()
          .haveSimpleName("Keyring")
          .or()
          .haveSimpleName("Gate")
          .or()
          .haveSimpleName("Webhook")
          .or()
          .haveSimpleName("SecretSeal")
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .orShould()
          .callMethod(String.class, "equals", Object.class)
          .orShould()
          .callMethod(String.class, "compareTo", String.class)
          .because("a comparison that stops at the first difference tells where it is");

  @ArchTest
  static final ArchRule objects_are_not_read_from_bytes =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.yaml.snakeyaml.Yaml")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.xml.parsers..", "org.xml.sax..", "org.w3c.dom..")
          .because("YAML and JSON are read as data, XML is only written, and nothing else is read");

  @ArchTest
  static final ArchRule no_generic_exceptions =
      noClasses()
          .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
          .because("a caller must be able to tell what went wrong");

  @ArchTest
  static final ArchRule no_catch_all_names =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Processor")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .because("a class that cannot be named without these is two classes");
}
