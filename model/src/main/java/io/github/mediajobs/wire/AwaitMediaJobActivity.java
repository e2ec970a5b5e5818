package io.github.mediajobs.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import java.time.Duration;

/** One attempt reads the job once; the server waits between attempts. */
@ActivityInterface
public interface AwaitMediaJobActivity {
  /** The activity type. */
  String TYPE = "AwaitMediaJob";

  /**
   * How long one attempt may take: the client's call timeout of at most 20 s, and 10 s around it.
   */
  Duration START_TO_CLOSE = Duration.ofSeconds(30);

  /**
   * Reads the job and answers when the wait is over.
   *
   * @param attempt an {@link AwaitAttempt} as JSON
   * @return how the wait ended
   * @throws io.temporal.failure.ApplicationFailure of type {@code JobPending} while it goes on, of
   *     another failure type when the job's state could not be found out
   */
  @ActivityMethod(name = TYPE)
  Outcome await(RawValue attempt);
}
