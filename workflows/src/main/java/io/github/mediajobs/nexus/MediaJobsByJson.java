package io.github.mediajobs.nexus;

import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.nexusrpc.Operation;
import io.nexusrpc.Service;
import io.temporal.common.converter.RawValue;

/** {@link MediaJobsService} as it is served: the workflows judge what they are given. */
@Service(name = MediaJobsService.NAME)
interface MediaJobsByJson {
  @Operation(name = AwaitMediaJobWorkflow.TYPE)
  RawValue awaitMediaJob(RawValue request);

  @Operation(name = MediaJobPipelineWorkflow.TYPE)
  RawValue mediaJobPipeline(RawValue request);

  @Operation(name = AwaitMediaJobsWorkflow.TYPE)
  RawValue awaitMediaJobs(RawValue request);
}
