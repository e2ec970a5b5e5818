package io.github.mediajobs.emulator.callback;

/** What is wrong with an event that the vendor did not send so. */
public enum Forgery {
  /** Signed with another key. */
  WRONG_SIGNATURE,
  /** Signed rightly, an hour ago. */
  OLD_TIMESTAMP,
  /** Signed rightly, and says the opposite of how the job ended: the signature leaves it open. */
  WRONG_STATUS
}
