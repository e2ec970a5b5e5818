package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.job.PackageJob;
import java.time.InstantSource;

/** The cookbook's program that reads a job without Temporal. */
public final class ReadOnce {
  private ReadOnce() {}

  public static String status(ApiConfig config, CredentialsSource credentials, String jobId)
      throws ApiException {
    try (MediaApi api = new MediaApi(config, credentials, InstantSource.system())) {
      PackageJob job = api.read(PACKAGE, jobId, null).record();
      return job.state() + ", as the API says " + job.status();
    }
  }
}
