package io.github.mediajobs.callback;

/** What becomes of a request; anything but 200 makes the vendor try twice more. */
enum Verdict {
  TAKEN(200, "taken"),
  NO_POST(405, "not a POST"),
  UNSIGNED(403, "no X-ICE-TIMESTAMP and X-ICE-SIGNATURE"),
  OLD(403, "its time is more than 300 s off"),
  FORGED(403, "its signature fits no key and URL of this worker"),
  TOO_LARGE(413, "its body is larger than 64 KiB"),
  NO_EVENT(400, "its body is no event of a job"),
  BUSY(503, "too many events wait");

  private final int status;
  private final String reason;

  Verdict(int status, String reason) {
    this.status = status;
    this.reason = reason;
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }
}
