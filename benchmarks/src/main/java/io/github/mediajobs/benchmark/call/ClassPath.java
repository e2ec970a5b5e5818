package io.github.mediajobs.benchmark.call;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a program has on its class path that reads jobs and does nothing else. Paths are relative to
 * the folder {@code benchmarks}, in which everything here runs.
 *
 * @param entries jars, and folders of classes that were not packed yet
 */
record ClassPath(List<Path> entries) {
  private static final Path OURS = Path.of("target", "client.classpath");
  private static final Path OFFICIAL = Path.of("..", "official", "target", "jars");
  private static final Predicate<Path> BRIDGE =
      jar -> jar.getFileName().toString().startsWith("mediajobs-");

  /** {@code mediajobs-activities} as Maven resolves it. */
  static ClassPath ours() throws IOException {
    return new ClassPath(
        Stream.of(Files.readString(OURS).strip().split(File.pathSeparator)).map(Path::of).toList());
  }

  /** The vendor's SDKs of ICE and MPS as Maven resolves them. */
  static ClassPath official() throws IOException {
    return new ClassPath(bridged().entries.stream().filter(BRIDGE.negate()).toList());
  }

  /** The same with our bridge to them. */
  static ClassPath bridged() throws IOException {
    if (!Files.isDirectory(OFFICIAL)) {
      throw new IOException("The official clients are missing: mvn -pl official package");
    }
    try (Stream<Path> jars = Files.list(OFFICIAL)) {
      return new ClassPath(jars.sorted().toList());
    }
  }

  /** The size of all entries. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path entry : entries) {
      try (Stream<Path> files = Files.walk(entry)) {
        bytes += files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
      }
    }
    return bytes;
  }

  URL[] urls() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
