package io.github.mediajobs.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/** Reads what this worker learnt. */
@ActivityInterface
public interface LearntDurationsActivity {
  /** The activity type. */
  String TYPE = "ReadLearntDurations";

  /**
   * Reads it from memory.
   *
   * @param request a {@link LearntRequest} as JSON
   * @return what this worker learnt
   */
  @ActivityMethod(name = TYPE)
  LearntDurations learnt(RawValue request);
}
