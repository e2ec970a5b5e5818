package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The modules and the arrows of docs/architecture.md are those that the build has. */
class ArchitecturePageTest {
  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final Pattern ARROW = Pattern.compile("(?m)^  ([a-z-]+) -.*> ([a-z-]+)$");
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");

  @Test
  void everyArrowIsADependency() throws IOException {
    var arrows = ARROW.matcher(Files.readString(PAGE)).results().toList();
    assertThat(arrows).isNotEmpty();
    for (var arrow : arrows) {
      String target = arrow.group(2).equals("spring-boot") ? "spring-boot-starter" : arrow.group(2);
      String pom = Files.readString(Path.of("..", arrow.group(1), "pom.xml"));
      assertThat(pom)
          .as(arrow.group())
          .contains("<artifactId>mediajobs-" + target + "</artifactId>");
    }
  }

  @Test
  void everyModuleStandsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    List<String> modules =
        MODULE
            .matcher(Files.readString(Path.of("../pom.xml")))
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(modules)
        .hasSizeGreaterThan(5)
        .allSatisfy(it -> assertThat(page).containsPattern("\\b" + it + "\\b"));
  }
}
