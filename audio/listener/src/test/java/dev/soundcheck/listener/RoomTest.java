package dev.soundcheck.listener;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this room; it is no part of the program, so the others' test does not see it. */
@AnalyzeClasses(packages = "dev.soundcheck", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomTest {
  @ArchTest
  static final ArchRule listener =
      classes()
          .that()
          .resideInAPackage("dev.soundcheck.listener..")
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("dev.soundcheck.."))
                  .or(resideInAnyPackage("dev.soundcheck.listener..", "dev.soundcheck.audio..")))
          .because("sound and phrases in, a phrase out: who asks is none of its business");

  @ArchTest
  static final ArchRule sphinx_stays_here =
      classes()
          .that(resideInAPackage("dev.soundcheck.."))
          .and(not(resideInAPackage("dev.soundcheck.listener..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("edu.cmu.sphinx..")))
          .because("a listener is an interface; hardly anybody needs the 40 MB behind this one");
}
