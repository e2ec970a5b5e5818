package io.github.mediajobs.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may know which, and which library reaches no further than one module. */
class BordersTest {
  private static final String HOUSE = "io.github.mediajobs.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.mediajobs");

  /** The packages of each module. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "model",
              List.of(
                  "job",
                  "operation",
                  "outcome",
                  "planning",
                  "polling",
                  "wire",
                  "failure",
                  "json",
                  "text"),
          "emulator", List.of("emulator"),
          "activities", List.of("api", "activity", "http", "learning", "shift", "sweep", "webhook"),
          "workflows", List.of("workflow", "client", "nexus"),
          "worker", List.of("worker", "callback"),
          "cli", List.of("cli"));

  /** What each module may depend on besides itself. */
  private static final Map<String, List<String>> KNOWS =
      Map.of(
          "model", List.of(),
          "emulator", List.of("model"),
          "activities", List.of("model"),
          "workflows", List.of("model"),
          "worker", List.of("model", "activities", "workflows"),
          "cli", List.of("model", "activities", "workflows", "worker", "emulator"));

  /** The modules that a library may reach. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "okhttp3..", List.of("activities"),
          "com.aliyun..", List.of("activities"),
          "io.netty..", List.of("emulator"),
          "picocli..", List.of("cli"),
          "org.jline..", List.of("cli"),
          "ch.qos.logback..", List.of("cli"),
          "io.temporal.testing..", List.of("cli"),
          "io.temporal.envconfig..", List.of("worker"));

  static Stream<String> modules() {
    return MODULES.keySet().stream();
  }

  static Stream<String> libraries() {
    return LIBRARIES.keySet().stream();
  }

  private static String[] packages(Stream<String> modules) {
    return modules
        .flatMap(it -> MODULES.get(it).stream())
        .map(it -> HOUSE + it + "..")
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleKnowsOnlyThoseBelowIt(String module) {
    List<String> strangers =
        modules().filter(it -> !it.equals(module) && !KNOWS.get(module).contains(it)).toList();
    if (strangers.isEmpty()) {
      assertThat(module).isEqualTo("cli");
      return;
    }
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(packages(Stream.of(module)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(strangers.stream()))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryReachesOnlyTheModulesThatNeedIt(String library) {
    List<String> others = modules().filter(it -> !LIBRARIES.get(library).contains(it)).toList();
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(packages(others.stream()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(CLASSES);
  }

  @Test
  void everyPackageBelongsToAModule() {
    List<String> known = MODULES.values().stream().flatMap(List::stream).toList();
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(known).contains(name.substring(HOUSE.length()).split("\\.", -1)[0]));
  }

  @Test
  void noNameSaysNothing() {
    ArchRuleDefinition.noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(CLASSES);
  }

  @Test
  void thePackagesOfTheHigherModulesHaveNoCycles() {
    slices()
        .matching(
            HOUSE
                + "(worker|callback|cli|workflow|client|nexus|activity|learning|shift|sweep|api|http|webhook)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
