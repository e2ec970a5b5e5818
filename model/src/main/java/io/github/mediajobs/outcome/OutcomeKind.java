package io.github.mediajobs.outcome;

/** How a wait ended. */
public enum OutcomeKind {
  /** The job reached an awaited status. */
  SUCCEEDED,
  /** The job reached a status that means failure. */
  FAILED,
  /** The deadline passed and the job had not ended. */
  TIMED_OUT,
  /** The API knew no such job in the region, past the grace for new jobs. */
  NOT_FOUND
}
