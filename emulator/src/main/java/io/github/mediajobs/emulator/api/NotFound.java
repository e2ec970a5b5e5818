package io.github.mediajobs.emulator.api;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.operation.JobOperation;
import java.util.Map;

/** What each operation says of a job that it does not know, by the operation's page. */
final class NotFound {
  private static final Map<String, String> MESSAGES = Map.of("GetLiveSnapshotJob", "No such job.");

  private NotFound() {}

  static ApiError of(JobOperation<?> operation) {
    return new ApiError(
        404,
        "JobNotFound",
        MESSAGES.getOrDefault(operation.action(), "The specified job not found"));
  }
}
