package io.github.mediajobs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.activity.JobPoller;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.shift.ShiftState;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.workflow.MediaJobs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What others rely on is listed in the folder {@code contract}, so that a change of it is seen in
 * review: {@code -Dmediajobs.writeContract=true} writes it anew.
 */
class ContractTest {
  private static final Path FOLDER = Path.of("..", "contract");

  private static Map<String, Collection<String>> listings() {
    Map<String, Collection<String>> listings = new LinkedHashMap<>();
    listings.put("model", PublicApi.of(classes(AwaitRequest.class)));
    listings.put("activities", PublicApi.of(classes(JobPoller.class)));
    listings.put("workflows", PublicApi.of(classes(MediaJobs.class)));
    listings.put("worker", PublicApi.of(classes(MediaJobsPlugin.class)));
    listings.put("emulator", PublicApi.of(classes(Emulator.class)));
    List<Class<?>> wire = new ArrayList<>(classes(AwaitRequest.class));
    wire.removeIf(it -> !it.getPackageName().equals(AwaitRequest.class.getPackageName()));
    wire.addAll(
        List.of(
            FailureDetails.class,
            FailureType.class,
            JobPending.class,
            JobReference.class,
            OutcomeKind.class,
            ShiftState.class));
    listings.put("wire", WireNames.of(wire));
    return listings;
  }

  static Stream<Arguments> named() {
    return listings().entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), String.join("\n", it.getValue()) + "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void nothingThatOthersRelyOnHasChanged(String name, String listed) throws Exception {
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("mediajobs.writeContract")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, listed);
    }
    assertThat(listed)
        .as("what others rely on; write it anew with -Dmediajobs.writeContract=true")
        .isEqualTo(Files.readString(file));
  }

  /** All classes of the module that holds one, a folder or a jar. */
  private static List<Class<?>> classes(Class<?> one) {
    try {
      Path module = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(module)) {
        return under(module);
      }
      try (FileSystem jar = FileSystems.newFileSystem(module)) {
        return under(jar.getPath("/"));
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> under(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(it -> root.relativize(it).toString())
          .filter(it -> it.endsWith(".class") && !it.contains("-info"))
          .map(it -> it.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(ContractTest::loaded)
          .toList();
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, ContractTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
