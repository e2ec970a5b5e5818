package io.github.mediajobs.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import java.time.Duration;

/**
 * Polls the jobs of a batch. One attempt is one shift: it polls whatever is due for up to a minute,
 * and the server waits while nothing is.
 */
@ActivityInterface
public interface AwaitMediaJobsActivity {
  /** The activity type. */
  String TYPE = "AwaitMediaJobsShift";

  /** How long a shift may take: a minute, then the polls that are under way. */
  Duration START_TO_CLOSE = Duration.ofMinutes(2);

  /** How long a shift may be silent; its state is sent every 20 s. */
  Duration HEARTBEAT = Duration.ofSeconds(30);

  /**
   * Polls until every job has ended, and tells ends to the workflow by signal.
   *
   * @param shift a {@link BatchShift} as JSON
   * @return the last ends, which no signal told
   * @throws io.temporal.failure.ApplicationFailure of type {@code JobPending} while jobs go on,
   *     {@code InvalidRequest} for a wrong input
   */
  @ActivityMethod(name = TYPE)
  EndedJobs shift(RawValue shift);
}
