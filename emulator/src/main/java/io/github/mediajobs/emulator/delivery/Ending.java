package io.github.mediajobs.emulator.delivery;

/** What becomes of a connection after a response. */
public enum Ending {
  /** It waits for the next request. */
  KEPT,
  /** It is closed in order (FIN). */
  CLOSED,
  /** It is reset (RST). */
  RESET
}
