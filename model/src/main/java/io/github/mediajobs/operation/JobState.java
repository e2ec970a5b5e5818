package io.github.mediajobs.operation;

/** What a raw status means, the same for every operation. */
public enum JobState {
  /** Submitted or queued. */
  PENDING,
  /** Being worked on. */
  RUNNING,
  /** Ended well. */
  SUCCEEDED,
  /** Ended badly. */
  FAILED,
  /** A status that the operation's table lacks; polling goes on. */
  UNKNOWN;

  /**
   * Whether a job stays in this state for good.
   *
   * @return true for {@link #SUCCEEDED} and {@link #FAILED}
   */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED;
  }
}
