package io.github.mediajobs.benchmark.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of the machine's.
 *
 * @param variable of the environment, which names the file
 * @param name of the file on the PATH, where the variable names none
 */
public record Executable(String variable, String name) {
  /** Temporal's command, which has the dev server. */
  public static final Executable TEMPORAL = new Executable("MEDIAJOBS_TEMPORAL_CLI", "temporal");

  /**
   * Looks for it.
   *
   * @return the file, empty where there is none
   */
  public Optional<Path> find() {
    String named = System.getenv(variable);
    Stream<Path> candidates =
        named != null && !named.isBlank()
            ? Stream.of(Path.of(named))
            : Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  /**
   * Looks for what a run cannot do without.
   *
   * @param howToGetIt what to type
   * @return the file
   * @throws IllegalStateException where there is none
   */
  public Path required(String howToGetIt) {
    return find()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no %s on the PATH; name it by %s, or build it: %s"
                        .formatted(name, variable, howToGetIt)));
  }
}
