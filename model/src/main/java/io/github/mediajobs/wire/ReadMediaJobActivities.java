package io.github.mediajobs.wire;

import io.github.mediajobs.job.DynamicImageJob;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.job.LiveSnapshotJob;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.job.PackageJob;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * One read of one job for each operation. Each fails with one of the wire's failure types; of these
 * {@code Throttled}, {@code ServiceUnavailable} and {@code MalformedResponse} may be retried.
 */
@ActivityInterface
public interface ReadMediaJobActivities {
  /**
   * Reads an animated image job.
   *
   * @param request which job
   * @return the job
   */
  @ActivityMethod(name = "GetDynamicImageJob")
  DynamicImageJob getDynamicImageJob(JobRequest request);

  /**
   * Reads an editing and composition job.
   *
   * @param request which job
   * @return the job
   */
  @ActivityMethod(name = "GetMediaProducingJob")
  MediaProducingJob getMediaProducingJob(JobRequest request);

  /**
   * Reads a live snapshot job.
   *
   * @param request which job
   * @return the job
   */
  @ActivityMethod(name = "GetLiveSnapshotJob")
  LiveSnapshotJob getLiveSnapshotJob(JobRequest request);

  /**
   * Reads a packaging job.
   *
   * @param request which job
   * @return the job
   */
  @ActivityMethod(name = "GetPackageJob")
  PackageJob getPackageJob(JobRequest request);

  /**
   * Reads a smart production job.
   *
   * @param request which job
   * @return the job
   */
  @ActivityMethod(name = "QueryIProductionJob")
  IProductionJob queryIProductionJob(JobRequest request);
}
