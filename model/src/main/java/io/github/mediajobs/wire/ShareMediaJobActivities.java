package io.github.mediajobs.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/** What workflows that share one wait do outside of themselves. */
@ActivityInterface
public interface ShareMediaJobActivities {
  /** The activity type that joins. */
  String JOIN = "JoinMediaJob";

  /** The activity type that answers. */
  String ANSWER = "AnswerJoiners";

  /** The signal that a joiner gets at the end, with a {@link JoinAnswer}. */
  String ENDED = "mediaJobEnded";

  /**
   * Makes the workflow that runs this activity a joiner of the run that awaits the job; starts that
   * run when there is none. Repeats are harmless.
   *
   * @param request a {@link JoinRequest} as JSON
   * @return true when the run will answer; false when it takes no more joiners, or is the joining
   *     workflow itself
   */
  @ActivityMethod(name = JOIN)
  boolean join(RawValue request);

  /**
   * Signals each joiner; one that is gone is left out. Repeats are harmless.
   *
   * @param request the answer and whom to tell
   */
  @ActivityMethod(name = ANSWER)
  void answer(AnswerRequest request);
}
