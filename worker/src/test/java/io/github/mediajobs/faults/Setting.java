package io.github.mediajobs.faults;

/** The world in which a fault happens. */
enum Setting {
  /** One for all, with the timeouts that are the default. */
  SHARED,
  /** One for all faults that end by a timeout, which is short. */
  IMPATIENT,
  /** For a fault that leaves a dead connection behind, which another wait would take. */
  OWN,
  /** Nothing listens; then the server is there. */
  REFUSED,
  /** The name of an endpoint that nobody knows. */
  UNKNOWN_HOST,
  /** The server listens on 127.0.0.1 only and is called by name. */
  LOCALHOST,
  /** https with a certificate that is right from the start. */
  TLS,
  /** A certificate that a right one then replaces, as in the next three. */
  TLS_OF_ANOTHER_NAME,
  TLS_EXPIRED,
  TLS_OF_NOBODY_KNOWN,
  /** The client's clock is an hour fast. */
  CLOCK_FAST,
  CLOCK_SLOW,
  /** The security token ends in mid-wait; the source of credentials then gives a new one. */
  TOKEN_EXPIRES;

  /** Whether a wait for one operation would change what those for the others meet. */
  boolean perOperation() {
    return this == OWN || this == CLOCK_FAST || this == CLOCK_SLOW || this == TOKEN_EXPIRES;
  }

  /** Whether all of a wait's calls reach one emulator, which counts them. */
  boolean counted() {
    return this == SHARED || this == IMPATIENT;
  }

  /** Whether what is wrong is put right after the first failures. */
  boolean repaired() {
    return this == REFUSED
        || this == TLS_OF_ANOTHER_NAME
        || this == TLS_EXPIRED
        || this == TLS_OF_NOBODY_KNOWN;
  }
}
