package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.benchmark.server.ApiServer;
import io.github.mediajobs.operation.JobOperation;
import java.net.URI;
import java.time.InstantSource;

/** This library's client with a call budget that nobody uses up. */
final class OurReader implements Reader {
  private static final double NO_LIMIT = 1e9;

  private final JobOperation<?> operation;
  private final MediaApi api;

  OurReader(JobOperation<?> operation, URI endpoint) {
    this.operation = operation;
    ApiConfig config =
        ApiConfig.defaults()
            .withEndpoint(operation.service(), endpoint)
            .withCallsPerSecond(NO_LIMIT);
    ApiCredentials key = new ApiCredentials(ApiServer.KEY, ApiServer.KEY, null);
    this.api = new MediaApi(config, () -> key, InstantSource.system());
  }

  @Override
  public Object read(String jobId) throws Exception {
    return api.read(operation, jobId, null);
  }

  @Override
  public void close() {
    api.close();
  }
}
