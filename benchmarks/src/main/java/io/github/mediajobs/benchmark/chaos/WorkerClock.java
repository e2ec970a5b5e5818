package io.github.mediajobs.benchmark.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of one process, which libfaketime (Debian's package of that name) reads from a
 * file; monotonic time stays as it is.
 *
 * @param file says by how much the clock is off
 */
record WorkerClock(Path file) {
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

  /** The library, empty where the machine has none. */
  static Optional<Path> library() throws IOException {
    try (Stream<Path> folders = Files.list(LIBRARIES)) {
      return folders
          .flatMap(it -> Stream.of(it.resolve(LIBRARY)))
          .filter(Files::isReadable)
          .findFirst();
    }
  }

  /** What the process needs in its environment. */
  Map<String, String> environment(Path library) {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toAbsolutePath().toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // Its mend of timed waits makes those of a JVM return at once, for ever.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  void ahead() throws IOException {
    set("+3600");
  }

  void behind() throws IOException {
    set("-3600");
  }

  void right() throws IOException {
    set("+0");
  }

  private void set(String seconds) throws IOException {
    Files.write(file, List.of(seconds));
  }
}
