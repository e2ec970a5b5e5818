package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.THROTTLED;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.Expected.taken;
import static io.github.mediajobs.faults.FaultRow.Family.ENCODING;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mediajobs.emulator.fault.Fault;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A job that has ended, in every encoding and in JSON that is not quite JSON. */
final class EncodingRows {
  private static final Expected MALFORMED = retried(MALFORMED_RESPONSE);
  private static final String BOM = "\ufeff";
  private static final int DEEP = 100_000;

  private EncodingRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(encodings(), syntax(), values(), others()).flatMap(rows -> rows);
  }

  private static Stream<FaultRow> encodings() {
    Charset utf32 = Charset.forName("UTF-32BE");
    return Stream.of(
        row("UTF-8 with a byte order mark", taken(), text -> (BOM + text).getBytes(UTF_8)),
        row("UTF-16 with a byte order mark", taken(), text -> (BOM + text).getBytes(UTF_16BE)),
        row("UTF-16, little end first", taken(), text -> text.getBytes(UTF_16LE)),
        row("UTF-16, big end first", taken(), text -> text.getBytes(UTF_16BE)),
        row("UTF-32", taken(), text -> text.getBytes(utf32)),
        row("Latin-1", MALFORMED, text -> with(text, "é").getBytes(ISO_8859_1)),
        row("GBK", MALFORMED, text -> with(text, "标").getBytes(Charset.forName("GBK"))),
        row(
            "half a character of UTF-8",
            MALFORMED,
            text -> with(text, "\u00e4\u00bd").getBytes(ISO_8859_1)),
        row(
            "a job in UTF-8 that is called Latin-1",
            taken(),
            text -> with(text, "标").getBytes(UTF_8)));
  }

  private static Stream<FaultRow> syntax() {
    return Stream.of(
        text("a document cut short", MALFORMED, text -> text.substring(0, text.length() - 2)),
        text("two documents", MALFORMED, text -> text + text),
        text("text behind the document", MALFORMED, text -> text + ";"),
        text("single quotes", MALFORMED, text -> text.replace('"', '\'')),
        text("a comment", MALFORMED, text -> "/* OK */" + text),
        text("a comma too many", MALFORMED, text -> text.replaceFirst("\\{", "{,")),
        text("not a number", MALFORMED, text -> field(text, "NaN")),
        text("a number of 10,000 digits", MALFORMED, text -> field(text, "9".repeat(10_000))),
        text("a line break in a text", MALFORMED, text -> field(text, "\"a\nb\"")),
        text(
            "a name of 100,000 letters",
            MALFORMED,
            text -> field(text, "{\"%s\":1}".formatted("n".repeat(100_000)))),
        text("100,000 levels of lists in a field", MALFORMED, text -> field(text, deep("[", "]"))),
        text(
            "100,000 levels of objects in a field",
            MALFORMED,
            text -> field(text, deep("{\"a\":", "}").replace(":}", ":0}"))),
        text(
            "30,000 levels of lists around the job",
            MALFORMED,
            text -> "[".repeat(30_000) + text + "]".repeat(30_000)),
        text("100,000 levels without an end", MALFORMED, text -> field(text, "[".repeat(DEEP))),
        duplicate("the same status twice", Cell::endedStatus),
        duplicate("two statuses", Cell::pendingStatus),
        FaultRow.of(
                ENCODING,
                "two ids",
                MALFORMED,
                cell -> {
                  String id = "\"%s\":".formatted(cell.operation().idField());
                  String text = Answers.text(cell, Answers.ended(cell));
                  return List.of(Answers.ok(text.replace(id, id + "\"another\"," + id)));
                })
            .with(GIVEN),
        FaultRow.of(
                ENCODING,
                "two RequestIds",
                MALFORMED,
                cell ->
                    List.of(
                        Answers.ok(
                            Answers.text(cell, Answers.ended(cell))
                                .replaceFirst("\\{", "{\"RequestId\":\"REQUEST-1\","))))
            .with(GIVEN));
  }

  /** The status stands twice, the one that the value gives first. */
  private static FaultRow duplicate(String name, Function<Cell, String> first) {
    return FaultRow.of(
            ENCODING,
            name,
            MALFORMED,
            cell -> {
              String status = "\"%s\":".formatted(cell.operation().statusField());
              String text = Answers.text(cell, Answers.ended(cell));
              return List.of(
                  Answers.ok(
                      text.replace(
                          status, "%s\"%s\",%s".formatted(status, first.apply(cell), status))));
            })
        .with(GIVEN);
  }

  private static Stream<FaultRow> values() {
    return Stream.of(
        text("half a character in an escape", taken(), text -> field(text, "\"\\ud83d\"")),
        text("a zero character", taken(), text -> field(text, "\"\\u0000\"")),
        text(
            "a text of 600,000 letters",
            taken(),
            text -> field(text, "\"%s\"".formatted("x".repeat(600_000)))),
        text(
            "fields that nobody documented",
            taken(),
            text -> field(text, "{\"a\":[1,2.50,true,null,{}]}")));
  }

  private static Stream<FaultRow> others() {
    String xml =
        "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>REQUEST-1</RequestId>"
            + "<HostId>ice</HostId><Code>Throttling.User</Code><Message>Slow.</Message></Error>";
    return Stream.of(
        FaultRow.of(
                ENCODING,
                "an error in XML",
                retried(THROTTLED),
                Fault.raw(400, "text/xml;charset=utf-8", xml.getBytes(UTF_8)))
            .with(GIVEN),
        FaultRow.of(
                ENCODING,
                "an error in XML with HTTP 200",
                retried(THROTTLED),
                Fault.raw(200, "text/xml;charset=utf-8", xml.getBytes(UTF_8)))
            .with(GIVEN),
        FaultRow.of(
                ENCODING,
                "the job in XML",
                MALFORMED,
                Fault.raw(
                    200,
                    "text/xml",
                    "<GetJobResponse><RequestId>REQUEST-1</RequestId><Job><Status>Success</Status></Job></GetJobResponse>"
                        .getBytes(UTF_8)))
            .with(GIVEN),
        FaultRow.of(
                ENCODING,
                "an HTML page",
                MALFORMED,
                Answers.headed(200, "text/html", Answers.html(200), Map.of()))
            .with(GIVEN),
        FaultRow.of(
                ENCODING,
                "an image",
                MALFORMED,
                Fault.raw(
                    200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
            .with(NOWHERE),
        FaultRow.of(
            ENCODING,
            "the job as plain text",
            taken(),
            cell ->
                List.of(
                    Fault.raw(
                        200,
                        "text/plain",
                        Answers.text(cell, Answers.ended(cell)).getBytes(UTF_8)))));
  }

  private static String deep(String open, String close) {
    return open.repeat(DEEP) + close.repeat(DEEP);
  }

  private static String with(String text, String letter) {
    return field(text, "\"%s\"".formatted(letter));
  }

  /** Gives the job one field more, whose value is this JSON or what goes for it. */
  private static String field(String text, String json) {
    String told = "\"%s\":".formatted(Answers.TOLD);
    return text.replace(told, "\"More\":%s,%s".formatted(json, told));
  }

  private static FaultRow text(String name, Expected expected, Function<String, String> change) {
    return row(name, expected, text -> change.apply(text).getBytes(UTF_8));
  }

  private static FaultRow row(String name, Expected expected, Function<String, byte[]> change) {
    return FaultRow.of(
            ENCODING,
            name,
            expected,
            cell -> List.of(Answers.ok(change.apply(Answers.text(cell, Answers.ended(cell))))))
        .with(GIVEN);
  }
}
