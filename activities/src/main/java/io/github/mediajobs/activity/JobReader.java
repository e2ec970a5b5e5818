package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.wire.JobRequest;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;

/** Reads a job once, for each operation of this library. */
public final class JobReader implements ReadJobActivities {
  private final MediaApi api;

  /**
   * Gathers what a read needs.
   *
   * @param api reads jobs
   */
  public JobReader(MediaApi api) {
    this.api = api;
  }

  @Override
  public JsonNode getDynamicImageJob(RawValue request) {
    return read(Operations.DYNAMIC_IMAGE, request);
  }

  @Override
  public JsonNode getMediaProducingJob(RawValue request) {
    return read(Operations.MEDIA_PRODUCING, request);
  }

  @Override
  public JsonNode getLiveSnapshotJob(RawValue request) {
    return read(Operations.LIVE_SNAPSHOT, request);
  }

  @Override
  public JsonNode getPackageJob(RawValue request) {
    return read(Operations.PACKAGE, request);
  }

  @Override
  public JsonNode queryIProductionJob(RawValue request) {
    return read(Operations.IPRODUCTION, request);
  }

  /**
   * Reads a job once.
   *
   * @param operation reads the job
   * @param argument a JobRequest as JSON
   * @return the job object under the API's own names; strings that would make the payload too large
   *     are cut out and named in an array {@code truncated} of JSON pointers
   * @throws io.temporal.failure.ApplicationFailure of the type that tells why there is no job
   */
  JsonNode read(JobOperation<?> operation, RawValue argument) {
    JobRequest request = WireInput.read(argument, JobRequest::read);
    try {
      CappedJob capped = CappedJob.of(api.read(operation, request.jobId(), request.region()).job());
      return capped.truncated().isEmpty()
          ? capped.job()
          : capped.job().set("truncated", Json.tree(capped.truncated()));
    } catch (ApiException e) {
      throw Failures.once(e);
    }
  }
}
