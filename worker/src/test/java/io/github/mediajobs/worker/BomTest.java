package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTest {
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
  private static final Pattern NAME =
      Pattern.compile("</parent>\\s*<artifactId>(.+?)</artifactId>", Pattern.DOTALL);
  private static final Set<String> OURS_ALONE =
      Set.of("bom", "official", "judges", "benchmarks", "spring-boot-example");

  @Test
  void everyModuleThatIsPublishedIsListed() throws IOException {
    String bom = Files.readString(Path.of("..", "bom", "pom.xml"));
    List<String> published =
        MODULE
            .matcher(Files.readString(Path.of("..", "pom.xml")))
            .results()
            .map(it -> it.group(1))
            .filter(it -> !OURS_ALONE.contains(it))
            .toList();
    assertThat(published).hasSizeGreaterThan(5);
    for (String module : published) {
      String pom = Files.readString(Path.of("..", module, "pom.xml"));
      assertThat(NAME.matcher(pom).results().map(it -> it.group(1)))
          .singleElement()
          .satisfies(it -> assertThat(bom).containsOnlyOnce("<artifactId>" + it + "</artifactId>"));
    }
  }
}
