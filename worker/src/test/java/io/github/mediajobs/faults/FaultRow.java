package io.github.mediajobs.faults;

import io.github.mediajobs.emulator.fault.Fault;
import java.util.List;
import java.util.function.Function;

/**
 * One fault and what must come of it, whatever the operation.
 *
 * @param family the group of the report
 * @param fault what goes wrong
 * @param sent with which status or value; empty where that goes without saying. No two rows have
 *     the same fault and this
 * @param faults what the emulator does to the calls of a cell, in order; none where the operation
 *     cannot have the fault
 * @param expected what comes of each
 * @param requestId where the answer holds a RequestId
 * @param says what the failure's message must tell, besides
 * @param setting the world that it happens in
 * @param midWait whether an earlier poll saw the job at work
 */
record FaultRow(
    Family family,
    String fault,
    String sent,
    Function<Cell, List<Fault>> faults,
    Expected expected,
    RequestId requestId,
    String says,
    Setting setting,
    boolean midWait) {
  /** The groups of the report, in its order. */
  enum Family {
    CODES("Error Codes"),
    THROTTLING("Throttling and its hint"),
    STATUSES("Errors without a Code"),
    ANSWERS("HTTP 200 with something else"),
    FIELDS("Fields of another type"),
    ENCODING("Encoding and syntax"),
    SIZE("Size and compression"),
    DELIVERY("Slow and broken connections"),
    REDIRECTS("Redirects"),
    CONNECTION("No connection"),
    SIGNING("Clock, nonce and token");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** Where an answer holds a RequestId, which a failure must then name. */
  enum RequestId {
    /** In the body or the header, made by the emulator. */
    EMULATORS,
    /** {@link Answers#REQUEST_ID}, in the body or the header. */
    GIVEN,
    NOWHERE
  }

  static FaultRow of(Family family, String fault, Expected expected, Fault... faults) {
    return of(family, fault, expected, cell -> List.of(faults));
  }

  static FaultRow of(
      Family family, String fault, Expected expected, Function<Cell, List<Fault>> faults) {
    return new FaultRow(
        family, fault, "", faults, expected, RequestId.EMULATORS, "", Setting.SHARED, false);
  }

  FaultRow sent(String what) {
    return new FaultRow(family, fault, what, faults, expected, requestId, says, setting, midWait);
  }

  FaultRow with(RequestId where) {
    return new FaultRow(family, fault, sent, faults, expected, where, says, setting, midWait);
  }

  FaultRow saying(String text) {
    return new FaultRow(family, fault, sent, faults, expected, requestId, text, setting, midWait);
  }

  FaultRow in(Setting world) {
    return new FaultRow(family, fault, sent, faults, expected, requestId, says, world, midWait);
  }

  FaultRow inMidWait() {
    return new FaultRow(
        family, fault + ", in mid-wait", sent, faults, expected, requestId, says, setting, true);
  }

  String name() {
    return sent.isEmpty() ? fault : fault + ", " + sent;
  }

  @Override
  public String toString() {
    return name();
  }
}
