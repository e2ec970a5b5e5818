package io.github.mediajobs.workflow;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Workflow code is replayed: it has no clock, randomness, threads, I/O or state of its own. */
class DeterminismTest {
  private static final JavaClasses WORKFLOW_CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              "io.github.mediajobs.workflow",
              "io.github.mediajobs.wire",
              "io.github.mediajobs.outcome",
              "io.github.mediajobs.polling",
              "io.github.mediajobs.operation",
              "io.github.mediajobs.job",
              "io.github.mediajobs.json",
              "io.github.mediajobs.failure");

  private static final ArchRule NO_CLOCK_OR_RANDOMNESS =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
          .orShould()
          .callMethodWhere(
              target(nameMatching("currentTimeMillis|nanoTime|getenv|getProperty"))
                  .and(target(owner(nameMatching("java\\.lang\\.System")))))
          .orShould()
          .callMethodWhere(target(nameMatching("random|randomUUID")))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.time\\.(Clock|InstantSource)|java\\.util\\.Random|java\\.security\\.SecureRandom");

  private static final ArchRule NO_THREADS_OR_IO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.concurrent..", "java.net..", "java.nio.file..", "okhttp3..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.Thread|java\\.io\\.(File|InputStream|OutputStream|Reader|Writer).*");

  @Test
  void workflowCodeHasNoClockAndNoRandomness() {
    NO_CLOCK_OR_RANDOMNESS.check(WORKFLOW_CODE);
  }

  @Test
  void workflowCodeHasNoThreadsAndNoIo() {
    NO_THREADS_OR_IO.check(WORKFLOW_CODE);
  }

  /** What the rules are against. */
  static final class Offender {
    Instant now() {
      return Instant.now();
    }

    Thread thread() {
      return new Thread(() -> {});
    }
  }

  @Test
  void theRulesFindAnOffender() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThatThrownBy(() -> NO_CLOCK_OR_RANDOMNESS.check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now()");
    assertThatThrownBy(() -> NO_THREADS_OR_IO.check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("java.lang.Thread");
  }
}
