package io.github.mediajobs.judges;

import io.github.mediajobs.operation.JobOperation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field that only our record has.
 *
 * @param action the operation
 * @param field where it stands in the job, as a JSON pointer
 * @param reason why ours has it
 */
record KnownDifference(String action, String field, String reason) {
  static final List<KnownDifference> ALL =
      List.of(
          new KnownDifference(
              "GetMediaProducingJob",
              "/Progress",
              "The operation's page and the Go client have it; ice20201109 2.3.0 is older."));

  static Set<String> fields(JobOperation<?> operation) {
    return ALL.stream()
        .filter(difference -> difference.action().equals(operation.action()))
        .map(KnownDifference::field)
        .collect(Collectors.toSet());
  }
}
