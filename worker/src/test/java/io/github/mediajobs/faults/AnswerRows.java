package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.ACCESS_DENIED;
import static io.github.mediajobs.failure.FailureType.JOB_NOT_FOUND;
import static io.github.mediajobs.failure.FailureType.JOB_PENDING;
import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.failure.FailureType.THROTTLED;
import static io.github.mediajobs.faults.Answers.ended;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.Expected.taken;
import static io.github.mediajobs.faults.FaultRow.Family.ANSWERS;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** HTTP 200 without the job, with another one, or with an id or status that says little. */
final class AnswerRows {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Expected MALFORMED = retried(MALFORMED_RESPONSE);
  private static final Expected PENDING = retried(JOB_PENDING);

  private AnswerRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(codes(), bodies(), places(), ids(), statuses()).flatMap(rows -> rows);
  }

  private static Stream<FaultRow> codes() {
    return Stream.of(
        code("Throttling", retried(THROTTLED)),
        code("InternalError", retried(SERVICE_UNAVAILABLE)),
        code("JobNotFound", retried(JOB_NOT_FOUND)),
        code("Forbidden", Expected.ended(ACCESS_DENIED)),
        row(
            "a Code beside the job",
            taken(),
            (cell, job) -> {
              ObjectNode body = Answers.around(cell, job);
              return body.put("Code", "ResourceNotFound").put("Message", "None.");
            }));
  }

  private static FaultRow code(String code, Expected expected) {
    return FaultRow.of(
            ANSWERS,
            "a Code in place of the job",
            expected,
            Fault.error(200, code, "As documented."))
        .sent(code);
  }

  private static Stream<FaultRow> bodies() {
    return Stream.of("", " ", "{}", "[]", "null", "true", "200", "\"OK\"", "OK")
        .map(
            body ->
                FaultRow.of(ANSWERS, "a body without an object", MALFORMED, Answers.ok(body))
                    .sent(body.isBlank() ? Json.write(body) : body)
                    .with(NOWHERE));
  }

  private static Stream<FaultRow> places() {
    return Stream.of(
        row(
            "the RequestId alone",
            MALFORMED,
            (cell, job) -> JSON.objectNode().put("RequestId", Answers.REQUEST_ID)),
        wrapped("null for the job", job -> NullNode.instance),
        wrapped("a list with the job", job -> JSON.arrayNode().add(job)),
        wrapped("the job as text", job -> TextNode.valueOf(Json.write(job))),
        row(
            "the job one level deeper",
            MALFORMED,
            (cell, job) ->
                JSON.objectNode()
                    .put("RequestId", Answers.REQUEST_ID)
                    .set("Data", Answers.around(cell, job))),
        row(
            "the job of another operation",
            MALFORMED,
            (cell, job) ->
                JSON.objectNode().put("RequestId", Answers.REQUEST_ID).set("SnapshotJob", job)));
  }

  /** Only where the response holds the job under a name. */
  private static FaultRow wrapped(String name, Function<ObjectNode, JsonNode> change) {
    return FaultRow.of(
            ANSWERS,
            name,
            MALFORMED,
            cell ->
                cell.operation().job().matches()
                    ? List.of()
                    : List.of(Answers.ok(Answers.around(cell, change.apply(ended(cell))))))
        .with(GIVEN);
  }

  private static Stream<FaultRow> ids() {
    return Stream.of(
        id("another job's id", MALFORMED, cell -> TextNode.valueOf(cell.jobId() + "1")),
        id(
            "the id in capitals",
            MALFORMED,
            cell -> TextNode.valueOf(cell.jobId().toUpperCase(java.util.Locale.ROOT))),
        id(
            "white space around the id",
            taken(),
            cell -> TextNode.valueOf(" " + cell.jobId() + "\n")),
        id("an empty id", MALFORMED, cell -> TextNode.valueOf("")),
        id("null for the id", MALFORMED, cell -> NullNode.instance),
        id("a number for the id", MALFORMED, cell -> IntNode.valueOf(6)),
        id("a boolean for the id", MALFORMED, cell -> BooleanNode.TRUE),
        id("an object for the id", MALFORMED, cell -> JSON.objectNode()),
        id("a list for the id", MALFORMED, cell -> JSON.arrayNode().add(cell.jobId())),
        change("no id", MALFORMED, (cell, job) -> job.remove(cell.operation().idField())));
  }

  private static FaultRow id(String name, Expected expected, Function<Cell, JsonNode> value) {
    return change(
        name, expected, (cell, job) -> job.set(cell.operation().idField(), value.apply(cell)));
  }

  private static Stream<FaultRow> statuses() {
    return Stream.of(
        status(
            "white space around the status",
            taken(),
            cell -> TextNode.valueOf(" " + cell.endedStatus() + "\n")),
        status("a status that nobody documented", PENDING, cell -> TextNode.valueOf("Sucess")),
        status(
            "the status in other letters",
            PENDING,
            cell -> TextNode.valueOf(otherCase(cell.endedStatus()))),
        status("an empty status", PENDING, cell -> TextNode.valueOf("")),
        status("null for the status", PENDING, cell -> NullNode.instance),
        status("a number for the status", PENDING, cell -> IntNode.valueOf(2)),
        status("a boolean for the status", PENDING, cell -> BooleanNode.TRUE),
        status("an object for the status", MALFORMED, cell -> JSON.objectNode()),
        status(
            "a list for the status", MALFORMED, cell -> JSON.arrayNode().add(cell.endedStatus())),
        change("no status", PENDING, (cell, job) -> job.remove(cell.operation().statusField())));
  }

  private static String otherCase(String status) {
    String lower = status.toLowerCase(java.util.Locale.ROOT);
    return status.equals(lower) ? status.toUpperCase(java.util.Locale.ROOT) : lower;
  }

  private static FaultRow status(String name, Expected expected, Function<Cell, JsonNode> value) {
    return change(
        name, expected, (cell, job) -> job.set(cell.operation().statusField(), value.apply(cell)));
  }

  private static FaultRow change(
      String name, Expected expected, BiConsumer<Cell, ObjectNode> change) {
    return row(
        name,
        expected,
        (cell, job) -> {
          change.accept(cell, job);
          return Answers.around(cell, job);
        });
  }

  private static FaultRow row(
      String name, Expected expected, BiFunction<Cell, ObjectNode, JsonNode> body) {
    return FaultRow.of(
            ANSWERS, name, expected, cell -> List.of(Answers.ok(body.apply(cell, ended(cell)))))
        .with(GIVEN);
  }
}
