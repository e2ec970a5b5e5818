package io.github.mediajobs.worker.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records the paths that have no history yet; runs only when it is named: {@code mvn -pl worker
 * test -Dtest=RecordHistories}.
 */
@ExtendWith(DevServer.class)
@Timeout(120)
class RecordHistories {
  static Stream<String> names() {
    return Histories.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aPathWithoutAHistoryIsRecorded(String name, DevServer.Running server) throws Exception {
    if (!Files.exists(Histories.file(name))) {
      try (Bench bench = new Bench(server)) {
        bench.startWorker(
            worker -> {
              UsersOfHistories.registerWorkflows(worker);
              UsersOfHistories.registerSteps(worker);
            });
        Files.createDirectories(Histories.FOLDER);
        Files.writeString(Histories.file(name), Histories.run(name, bench));
      }
    }
    assertThat(Histories.file(name)).isNotEmptyFile();
  }
}
