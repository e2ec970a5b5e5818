package io.github.mediajobs.emulator.job;

import java.util.Map;

/** Which moment of a job's life the API's time fields tell. */
enum TimeField {
  CREATED,
  CHANGED,
  ENDED;

  static final Map<String, TimeField> BY_NAME =
      Map.of(
          "CreateTime", CREATED,
          "SubmitTime", CREATED,
          "ModifiedTime", CHANGED,
          "LastModified", CHANGED,
          "FinishTime", ENDED,
          "CompleteTime", ENDED);
}
