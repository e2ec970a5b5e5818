package io.github.mediajobs.wire;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Waits for up to 2,500 jobs, and runs steps for each as it ends. Started by name. */
@WorkflowInterface
public interface AwaitMediaJobsWorkflow {
  /** The workflow type. */
  String TYPE = "AwaitMediaJobs";

  /** The signal of {@link #jobsEnded}. */
  String JOBS_ENDED = "jobsEnded";

  /**
   * Waits until every job has ended and its steps too.
   *
   * @param request a {@link BatchRequest} as JSON
   * @param carried null; a {@link BatchCarried} in a run that continues another
   * @return how each job ended
   */
  @WorkflowMethod(name = TYPE)
  BatchResult await(RawValue request, RawValue carried);

  /**
   * Says that jobs have ended; the activity that polls them does. Repeats change nothing.
   *
   * @param ended an {@link EndedJobs} as JSON; anything else is ignored
   */
  @SignalMethod(name = JOBS_ENDED)
  void jobsEnded(RawValue ended);

  /**
   * What has ended, in the order in which it came; with steps, once they have ended too.
   *
   * @param from {@code {"from":n}}: how many to pass over
   * @return a page of ends
   */
  @QueryMethod(name = "outcomes")
  BatchPage outcomes(RawValue from);

  /**
   * How far the batch is.
   *
   * @return the phase and counts
   */
  @QueryMethod(name = "progress")
  BatchProgress progress();
}
