package io.github.mediajobs.worker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of the README and of the pages under docs stands word for word in code that compiles:
 * here, or in the module that a page is about.
 */
class PagesTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final List<Path> EXAMPLES =
      List.of(
          Path.of("src/test/java/io/github/mediajobs/worker/example"),
          Path.of("../spring-boot-example/src/main/java/io/github/mediajobs/example"),
          Path.of("../opentelemetry/src/test/java/io/github/mediajobs/opentelemetry/example"));

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      return Stream.concat(Stream.of(Path.of("../README.md")), docs)
          .filter(it -> it.toString().endsWith(".md"))
          .filter(it -> JAVA.matcher(text(it)).find())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaBlockStandsInAnExample(Path page) throws IOException {
    String examples = "";
    for (Path folder : EXAMPLES) {
      try (Stream<Path> files = Files.list(folder)) {
        examples += files.map(it -> flat(text(it))).collect(Collectors.joining("\n"));
      }
    }
    String all = examples;

    assertThat(JAVA.matcher(text(page)).results().map(PagesTest::block))
        .allSatisfy(block -> assertThat(all).contains(block));
  }

  static List<Path> allPages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      return Stream.concat(
              Stream.of("README", "AGENTS", "CONTRIBUTING").map(it -> Path.of("../" + it + ".md")),
              docs.filter(it -> it.toString().endsWith(".md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("allPages")
  void everyLinkWithinTheRepositoryLeadsSomewhere(Path page) {
    assertThat(LINK.matcher(text(page)).results())
        .allSatisfy(
            link -> {
              Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
              assertThat(file).exists();
              if (link.group(2) != null) {
                assertThat(anchors(text(file))).as(link.group()).contains(link.group(2));
              }
            });
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(String page) {
    return HEADING
        .matcher(page)
        .results()
        .map(it -> it.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d -]", ""))
        .map(it -> it.replace(' ', '-'))
        .toList();
  }

  private static String block(MatchResult found) {
    return flat(found.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }
}
