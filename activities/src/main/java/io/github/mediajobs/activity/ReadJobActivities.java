package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/**
 * What {@link io.github.mediajobs.wire.ReadMediaJobActivities} is on the worker's side: the same
 * activity types, with inputs that are decoded by hand.
 */
@ActivityInterface
public interface ReadJobActivities {
  /**
   * Reads an animated image job.
   *
   * @param request a JobRequest as JSON
   * @return the job object
   */
  @ActivityMethod(name = "GetDynamicImageJob")
  JsonNode getDynamicImageJob(RawValue request);

  /**
   * Reads an editing and composition job.
   *
   * @param request a JobRequest as JSON
   * @return the job object
   */
  @ActivityMethod(name = "GetMediaProducingJob")
  JsonNode getMediaProducingJob(RawValue request);

  /**
   * Reads a live snapshot job.
   *
   * @param request a JobRequest as JSON
   * @return the job object
   */
  @ActivityMethod(name = "GetLiveSnapshotJob")
  JsonNode getLiveSnapshotJob(RawValue request);

  /**
   * Reads a packaging job.
   *
   * @param request a JobRequest as JSON
   * @return the job object
   */
  @ActivityMethod(name = "GetPackageJob")
  JsonNode getPackageJob(RawValue request);

  /**
   * Reads a smart production job.
   *
   * @param request a JobRequest as JSON
   * @return the job object
   */
  @ActivityMethod(name = "QueryIProductionJob")
  JsonNode queryIProductionJob(RawValue request);
}
