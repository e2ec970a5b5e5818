package io.github.mediajobs.benchmark.engine.sample;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.operation.JobOperation;

/** What the samples poll: the same API, by the same client, as ours. */
final class Service {
  private final MediaApi api;
  private final JobOperation<?> operation;

  Service(MediaApi api, JobOperation<?> operation) {
    this.api = api;
    this.operation = operation;
  }

  String result(String jobId) throws NotReadyException {
    try {
      String status = api.read(operation, jobId, null).job().path(operation.statusField()).asText();
      if (!operation.stateOf(status).ended()) {
        throw new NotReadyException(status);
      }
      return status;
    } catch (ApiException e) {
      throw new IllegalStateException(e);
    }
  }
}
