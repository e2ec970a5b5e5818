package io.github.mediajobs.benchmark.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.benchmark.server.ApiServer;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program carries that only reads jobs. */
class ClassPathTest {
  private static final double LARGEST_SHARE = 0.6;
  private static final Path CLASSES = Path.of("target", "classes");

  static List<String> actions() {
    return Catalogue.standard().operations().stream().map(JobOperation::action).toList();
  }

  @Test
  void isSmallerThanThatOfTheOfficialClients() throws Exception {
    assertThat((double) ClassPath.ours().bytes())
        .isLessThanOrEqualTo(LARGEST_SHARE * ClassPath.official().bytes());
    assertThat(ClassPath.ours().entries()).hasSizeLessThan(ClassPath.official().entries().size());
  }

  @Test
  void holdsNothingThatTheClientDoesNotUse() throws Exception {
    List<Path> entries = ClassPath.ours().entries();
    String used = usedBy(CLASSES, entries);
    assertThat(entries).allSatisfy(it -> assertThat(used).contains("-> " + it));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void isEnoughToReadAJob(String action) throws Exception {
    List<Path> entries = new ArrayList<>(ClassPath.ours().entries());
    entries.add(CLASSES);
    URL[] urls = new ClassPath(entries).urls();
    try (Emulator emulator = ApiServer.emulator();
        URLClassLoader alone = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Object job = readOnce(alone, action, emulator.url());
      assertThat(job.getClass().getClassLoader()).isSameAs(alone);
      assertThat(job.toString()).contains(ApiServer.JOB_ID);
    }
  }

  private static Object readOnce(ClassLoader loader, String action, URI url) throws Exception {
    Class<?> contender = loader.loadClass(Contender.class.getName());
    Method open = contender.getDeclaredMethod("open", String.class, URI.class);
    open.setAccessible(true);
    try (AutoCloseable reader =
        (AutoCloseable) open.invoke(contender.getField("OURS").get(null), action, url)) {
      Method read = reader.getClass().getMethod("read", String.class);
      read.setAccessible(true);
      return read.invoke(reader, ApiServer.JOB_ID);
    }
  }

  /** The dependencies that the classes lead to, one step after the other. */
  private static String usedBy(Path classes, List<Path> entries) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(output, true, UTF_8);
    String path = entries.stream().map(Path::toString).collect(joining(File.pathSeparator));
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int result =
        jdeps.run(
            stream,
            stream,
            "-summary",
            "-recursive",
            "--multi-release",
            "base",
            "-classpath",
            path,
            classes.toString());
    assertThat(result).as(output.toString(UTF_8)).isZero();
    return output.toString(UTF_8);
  }
}
