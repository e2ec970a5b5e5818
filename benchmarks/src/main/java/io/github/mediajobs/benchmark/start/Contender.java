package io.github.mediajobs.benchmark.start;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is started. */
enum Contender {
  /** As people start it. */
  SCRIPT("bin/mediajobs") {
    @Override
    List<String> command(Path root, List<String> words) {
      return joined(List.of(script(root)), words);
    }
  },
  /** The same JVM and flags, with the JDK's own archive alone. */
  NO_ARCHIVE("java without the archive") {
    @Override
    List<String> command(Path root, List<String> words) {
      String jar = root.resolve("cli/target/mediajobs.jar").toString();
      return joined(
          List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", jar),
          words);
    }
  },
  /** What no program of this JVM undercuts. */
  NOTHING("java -version") {
    @Override
    List<String> command(Path root, List<String> words) {
      return List.of(
          JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-version");
    }
  };

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract List<String> command(Path root, List<String> words);

  private static String script(Path root) {
    return root.resolve("bin/mediajobs").toString();
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
