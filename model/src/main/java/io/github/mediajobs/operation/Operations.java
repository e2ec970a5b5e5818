package io.github.mediajobs.operation;

import static io.github.mediajobs.operation.JobState.FAILED;
import static io.github.mediajobs.operation.JobState.PENDING;
import static io.github.mediajobs.operation.JobState.RUNNING;
import static io.github.mediajobs.operation.JobState.SUCCEEDED;
import static io.github.mediajobs.operation.Service.ICE;
import static io.github.mediajobs.operation.Service.MPS;

import io.github.mediajobs.job.DynamicImageJob;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.job.LiveSnapshotJob;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.job.PackageJob;

/** The operations that this library knows by itself. */
public final class Operations {
  /** Animated images. Statuses: the operation's page. */
  public static final JobOperation<DynamicImageJob> DYNAMIC_IMAGE =
      JobOperation.of(ICE, "GetDynamicImageJob", DynamicImageJob.class)
          .alias("dynamic-image")
          .jobAt("/DynamicImageJob")
          .status(PENDING, "Init")
          .status(SUCCEEDED, "Success")
          .status(FAILED, "Fail")
          .list(Listings.DYNAMIC_IMAGE)
          .event("DynamicImageComplete")
          .kindBy("TemplateId", "PipelineId")
          .typicalSeconds(30)
          .build();

  /** Editing and composition. Statuses: the operation's page. */
  public static final JobOperation<MediaProducingJob> MEDIA_PRODUCING =
      JobOperation.of(ICE, "GetMediaProducingJob", MediaProducingJob.class)
          .alias("media-producing")
          .jobAt("/MediaProducingJob")
          .status(PENDING, "Init", "Queuing")
          .status(RUNNING, "Processing")
          .status(SUCCEEDED, "Success")
          .status(FAILED, "Failed")
          .list(Listings.MEDIA_PRODUCING)
          .event("ProduceMediaComplete")
          .kindBy("TemplateId")
          .typicalSeconds(60)
          .build();

  /** Snapshots of a live stream; a standing job without an end. Statuses: the operation's page. */
  public static final JobOperation<LiveSnapshotJob> LIVE_SNAPSHOT =
      JobOperation.of(ICE, "GetLiveSnapshotJob", LiveSnapshotJob.class)
          .alias("live-snapshot")
          .status(PENDING, "init")
          .status(RUNNING, "paused", "started")
          .awaited("started")
          .list(Listings.LIVE_SNAPSHOT)
          .build();

  /** Packaging. Statuses: the filter of ListPackageJobs. */
  public static final JobOperation<PackageJob> PACKAGE =
      JobOperation.of(ICE, "GetPackageJob", PackageJob.class)
          .alias("package")
          .jobAt("/PackageJob")
          .status(PENDING, "Init")
          .status(SUCCEEDED, "Success")
          .status(FAILED, "Fail")
          .list(Listings.PACKAGE)
          .kindBy("PipelineId")
          .typicalSeconds(30)
          .build();

  /**
   * Smart production. Statuses: the operation's page, which spells {@code Analysing}; ICE's twin of
   * the operation spells {@code Analyzing}.
   */
  public static final JobOperation<IProductionJob> IPRODUCTION =
      JobOperation.of(MPS, "QueryIProductionJob", IProductionJob.class)
          .alias("iproduction")
          .statusField("State")
          .status(PENDING, "Queuing")
          .status(RUNNING, "Analysing")
          .status(SUCCEEDED, "Success")
          .status(FAILED, "Fail")
          .callsPerSecond(100)
          .event("AIProduceComplete")
          .kindBy("FunctionName", "PipelineId")
          .typicalSeconds(60)
          .build();

  private Operations() {}
}
